package org.portolan.booking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portolan.booking.Block;
import org.portolan.booking.BookingRefused;
import org.portolan.booking.BookingSummary;
import org.portolan.booking.BusyAddress;
import org.portolan.booking.BusyAddresses;
import org.portolan.booking.ConflictLevel;
import org.portolan.booking.InvalidBooking;
import org.portolan.booking.ResourceBlocks;
import org.portolan.booking.ResourceEdit;
import org.portolan.booking.ResourceKind;
import org.portolan.booking.ResourceSummary;
import org.portolan.booking.ResourceUse;
import org.portolan.booking.Resources;
import org.portolan.booking.RoomSeats;
import org.portolan.booking.RoomSeats.Layout;
import org.portolan.calendar.web.Typed;
import org.portolan.people.PersonSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** The form of a resource, who has it from now on, and days on which nobody is to have it. */
@Named("resourceForm")
@RequestScoped
public class ResourceBean {
  private static final Set<String> BUSY = Set.of("kept", "large", "none", "damaged", "many");
  private static final Set<String> DONE =
      Set.of(
          "linked",
          "busy-address-kept",
          "busy-address-removed",
          "saved",
          "blocked",
          "unblocked",
          "retired",
          "taken-back");

  @Inject private Resources resources;
  @Inject private BusyAddresses addresses;
  @Inject private ResourceBlocks blocks;
  @Inject private ResourceUse use;
  @Inject private Directory directory;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private long id;
  private String centre;
  private ResourceSummary resource;
  private List<ResourceSummary> places;
  private List<BookingSummary> ahead = List.of();
  private List<BookingSummary> tight = List.of();
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private BusyAddress busyAddress;
  private BookingRefused refused;
  private boolean changed;

  public void open() throws IOException {
    id = parameters.number("id", 0);
    resource = id == 0 ? null : resources.get(id);
    centre = resource == null ? parameters.typed("centre") : resource.centreCode();
    if (centre == null || centre.isEmpty()) {
      centre = resources.myCentres().iterator().next();
    }
    // the permission is asked for here
    places = resources.ofCentre(centre);
    show();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      take(external);
    }
    // what was removed a moment ago has no page any more
    if (resource != null && !FacesContext.getCurrentInstance().getResponseComplete()) {
      ahead = use.ahead(id, language.get());
      tight = use.tooSmallFor(id, language.get());
    }
  }

  private void show() {
    values.put("kind", resource == null ? ResourceKind.ROOM.code() : resource.kind().code());
    values.put("quantity", resource == null ? "1" : String.valueOf(resource.quantity()));
    values.put("setup", resource == null ? "0" : String.valueOf(resource.setup()));
    values.put("clear", resource == null ? "0" : String.valueOf(resource.clear()));
    if (resource == null) {
      return;
    }
    values.put("version", String.valueOf(resource.version()));
    values.put("name", resource.name());
    values.put("partOf", resource.partOf() == null ? "" : String.valueOf(resource.partOf()));
    values.put("address", resource.address());
    values.put("latitude", resource.latitude() == null ? "" : resource.latitude().toString());
    values.put("longitude", resource.longitude() == null ? "" : resource.longitude().toString());
    values.put("languages", String.join(" ", resource.languages()));
    values.put("level", resource.level() == null ? "" : resource.level().code());
    values.put("shared", resource.shared() ? "on" : "");
    resource
        .seats()
        .seats()
        .forEach((layout, seats) -> values.put("seats-" + layout.code(), String.valueOf(seats)));
  }

  private void take(ExternalContext external) throws IOException {
    values.put("shared", "");
    values.putAll(external.getRequestParameterMap());
    String asked = value("do");
    int version = (int) parameters.number("version", -1);
    try {
      switch (asked) {
        case "save" -> {
          if (resource == null) {
            long added = resources.add(centre, edit());
            external.redirect("/desk/resources/" + added + "?done=saved");
          } else {
            resources.change(id, version, edit());
            done(external, "saved");
          }
        }
        case "remove" -> {
          resources.remove(id, version);
          external.redirect("/desk/resources?centre=" + centre + "&done=removed");
        }
        case "retire" -> {
          resources.retire(id, version);
          done(external, "retired");
        }
        case "take-back" -> {
          resources.takeBack(id, version);
          done(external, "taken-back");
        }
        case "link" -> {
          resources.link(id, version, value("email"));
          done(external, "linked");
        }
        case "busy-address" -> {
          addresses.keep(id, value("busyAddress"));
          done(external, "busy-address-kept");
        }
        case "busy-forget" -> {
          addresses.remove(id);
          done(external, "busy-address-removed");
        }
        case "block" -> {
          blocks.block(id, block(), language.get());
          done(external, "blocked");
        }
        case "unblock" -> {
          blocks.unblock(id, parameters.number("booking", 0));
          done(external, "unblocked");
        }
        default -> throw new NotFound("a button " + asked);
      }
    } catch (InvalidBooking e) {
      e.problems().forEach((field, key) -> problems.put(field, texts.get(key)));
    } catch (BookingRefused e) {
      refused = e;
    } catch (ChangedMeanwhile e) {
      changed = true;
      values.put("version", String.valueOf(resource.version()));
    }
  }

  private void done(ExternalContext external, String what) throws IOException {
    external.redirect("/desk/resources/" + id + "?done=" + what);
  }

  private Block block() {
    return new Block(
        Typed.read(value("firstDay"), LocalDate::parse),
        Typed.read(value("lastDay"), LocalDate::parse),
        time("start"),
        time("end"),
        value("words"));
  }

  /** Hours that cannot be read are none that go together. */
  private LocalTime time(String field) {
    LocalTime read = Typed.read(value(field), LocalTime::parse);
    return read == null && !value(field).isEmpty() ? LocalTime.MIDNIGHT : read;
  }

  private ResourceEdit edit() {
    Map<Layout, Integer> seats = new EnumMap<>(Layout.class);
    for (Layout layout : Layout.values()) {
      String typed = value("seats-" + layout.code());
      if (!typed.isEmpty()) {
        Integer read = Typed.read(typed, Integer::valueOf);
        seats.put(layout, read == null ? Integer.valueOf(0) : read);
      }
    }
    return new ResourceEdit(
        ResourceKind.of(value("kind")).orElse(null),
        value("name"),
        // what lies in a place that cannot be read lies in none that there is
        value("partOf").isEmpty() ? null : Long.valueOf(parameters.number("partOf", -1)),
        value("address"),
        degrees("latitude"),
        degrees("longitude"),
        new RoomSeats(seats),
        value("languages").isEmpty()
            ? List.of()
            : Arrays.asList(value("languages").toLowerCase(Locale.ROOT).split("[\\s,;]+")),
        Typed.read(value("quantity"), Integer::valueOf),
        Typed.read(value("setup"), Integer::valueOf),
        Typed.read(value("clear"), Integer::valueOf),
        ConflictLevel.of(value("level")).orElse(null),
        value("shared").equals("on"));
  }

  private Double degrees(String field) {
    Double read = Typed.read(value(field), Double::valueOf);
    return read == null && !value(field).isEmpty() ? Double.valueOf(Double.NaN) : read;
  }

  public long getId() {
    return id;
  }

  public boolean isAdding() {
    return resource == null;
  }

  public ResourceSummary getResource() {
    return resource;
  }

  public String getCentre() {
    return centre;
  }

  public String getCentreName() {
    return directory
        .findCentre(centre)
        .map(found -> found.name().in(language.get()))
        .orElse(centre);
  }

  /** On whose clocks hours are. */
  public String getZone() {
    return directory.findCentre(centre).map(CentreSummary::zone).orElse("UTC");
  }

  /** What is booked in it with more seats than it has places. */
  public List<BookingSummary> getTight() {
    return tight;
  }

  public List<BookingSummary> getAhead() {
    return ahead;
  }

  /** What was typed, or is kept, in a field of the form. */
  public String value(String field) {
    String value = values.get(field);
    return value == null ? "" : value.strip();
  }

  /** What became of a calendar file a moment ago, else null. */
  public String getBusy() {
    String busy = parameters.get("busy");
    return busy == null || !BUSY.contains(busy)
        ? null
        : Texts.format(
            language.get(),
            "booking.busy." + busy,
            BusyFileServlet.MEGABYTES,
            ResourceBlocks.BUSY_MONTHS,
            ResourceBlocks.MOST_BUSY);
  }

  public boolean isBusyKept() {
    return "kept".equals(parameters.get("busy"));
  }

  /** How many of its times meet what has the trainer already. */
  public long getBusyMet() {
    return Math.max(0, parameters.number("met", 0));
  }

  /** How many of its times are kept. */
  public long getBusyTimes() {
    return Math.max(0, parameters.number("times", 0));
  }

  /** From where it is read when a trainer is busy elsewhere, or null. */
  public BusyAddress getBusyAddress() {
    if (isTrainer() && busyAddress == null) {
      busyAddress = addresses.find(id).orElse(null);
    }
    return busyAddress;
  }

  /** Name of the account of a trainer, or null. */
  public String getAccount() {
    return isTrainer() ? resources.account(id).map(PersonSummary::name).orElse(null) : null;
  }

  public boolean isTrainer() {
    return resource != null && resource.kind() == ResourceKind.TRAINER;
  }

  public List<Choice> getKinds() {
    return Arrays.stream(ResourceKind.values())
        .map(kind -> choice(kind.code(), texts.word("booking.kind", kind.code()), value("kind")))
        .toList();
  }

  public List<Choice> getPlaces() {
    return places.stream()
        .filter(each -> each.kind() == ResourceKind.VENUE || each.kind() == ResourceKind.BUILDING)
        .filter(each -> each.id() != id && !each.retired())
        .map(each -> choice(String.valueOf(each.id()), each.name(), value("partOf")))
        .toList();
  }

  public List<Choice> getLevels() {
    return Arrays.stream(ConflictLevel.values())
        .map(
            level ->
                choice(level.code(), texts.word("booking.level", level.code()), value("level")))
        .toList();
  }

  public List<String> getLayouts() {
    return Arrays.stream(Layout.values()).map(Layout::code).toList();
  }

  private static Choice choice(String code, String label, String chosen) {
    return new Choice(code, label, code.equals(chosen));
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public List<String> getWrong() {
    return List.copyOf(problems.keySet());
  }

  public BookingRefused getRefused() {
    return refused;
  }

  public boolean isChanged() {
    return changed;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) && problems.isEmpty() && refused == null && !changed
        ? done
        : null;
  }
}
