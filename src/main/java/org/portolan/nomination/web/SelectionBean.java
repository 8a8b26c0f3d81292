package org.portolan.nomination.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.approval.Approver;
import org.portolan.enrolment.AgreedChanges;
import org.portolan.enrolment.Decisions;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.Pick;
import org.portolan.enrolment.SelectionDesk;
import org.portolan.enrolment.SelectionList;
import org.portolan.nomination.HandedIn;
import org.portolan.nomination.NominationRefused;
import org.portolan.nomination.SessionSelection;
import org.portolan.nomination.UnnamedSeats;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;
import org.portolan.seat.SeatRefused;
import org.portolan.selection.Criteria;
import org.portolan.selection.Criterion;

/** The page on which a centre compares those who wait, and selects. */
@Named
@RequestScoped
public class SelectionBean {
  /** Who stands behind them is shown once these are decided on. */
  private static final int MOST_SHOWN = 100;

  private static final Set<String> DONE = Set.of("ruled", "held", "not-held");

  @Inject private PageParameters parameters;
  @Inject private SessionSelection selection;
  @Inject private SelectionDesk desk;
  @Inject private Decisions decisions;
  @Inject private AgreedChanges changes;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;
  @Inject private Texts texts;

  private SessionSelection.Found found;
  private long last;
  private Set<Long> ticked = Set.of();
  private String error;
  private boolean ruling;
  private String trouble;
  private Map<String, Long> outcomes = Map.of();

  public void open() throws IOException {
    long session = parameters.number("id", 0);
    if (session == 0) {
      throw new NotFound("session");
    }
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getMethod().equals("POST")) {
      String said = act(session, request);
      if (said != null) {
        external.redirect("/desk/centre/session/" + session + "/selection?" + said);
        return;
      }
    } else {
      told(request);
    }
    // before what is shown is read
    last = changes.last();
    found = selection.find(session, MOST_SHOWN, language.get());
  }

  /** What to say of it, or null where it could not be done. */
  private String act(long session, HttpServletRequest request) {
    try {
      return switch (String.valueOf(parameters.get("act"))) {
        case "select" -> decide(request, true);
        case "refuse" -> decide(request, false);
        case "rule" -> {
          desk.rule(
              session, (int) parameters.number("version", -1), criteria(), parameters.typed("why"));
          yield "done=ruled";
        }
        case "hold", "not-hold" -> {
          boolean hold = "hold".equals(parameters.get("act"));
          selection.answer(session, parameters.number("nomination", 0), seen(), hold);
          yield hold ? "done=held" : "done=not-held";
        }
        default -> throw new NotFound("an act of that name");
      };
    } catch (EnrolmentRefused refused) {
      switch (refused.kind()) {
        case REASON_NEEDED, TOO_LONG, PASSED_OVER -> {
          error = refused.kind().type();
          ruling = "rule".equals(parameters.get("act"));
        }
        default -> trouble = refused.kind().type();
      }
    } catch (ChangedMeanwhile changed) {
      trouble = "criteria-changed";
    } catch (NominationRefused refused) {
      trouble = refused.kind().type();
    } catch (SeatRefused refused) {
      trouble = refused.type();
    }
    return null;
  }

  private String decide(HttpServletRequest request, boolean agree) {
    String[] sent = request.getParameterValues("pick");
    List<Pick> picks =
        Stream.of(sent == null ? new String[0] : sent)
            .filter(each -> each.matches("\\d{1,18}:\\d{1,18}"))
            .distinct()
            .limit(MOST_SHOWN)
            .map(each -> each.split(":"))
            .map(
                each -> new Pick(Long.parseLong(each[0]), Approver.CENTRE, Long.parseLong(each[1])))
            .toList();
    ticked = picks.stream().map(Pick::application).collect(Collectors.toSet());
    if (picks.isEmpty()) {
      trouble = "nothing-ticked";
      return null;
    }
    return decisions.decideAll(picks, agree, reason()).stream()
        .map(
            outcome ->
                outcome.refused() == null ? (agree ? "selected" : "refused") : outcome.refused())
        .collect(Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(each -> "out=" + each.getKey() + ":" + each.getValue())
        .collect(Collectors.joining("&"));
  }

  private Criteria criteria() {
    Map<Criterion, Integer> weights = new EnumMap<>(Criterion.class);
    for (Criterion each : Criterion.values()) {
      long weight = parameters.number("weight-" + each.code(), 0);
      weights.put(each, (int) Math.max(0, Math.min(Criteria.HEAVIEST, weight)));
    }
    return new Criteria(weights);
  }

  private void told(HttpServletRequest request) {
    String[] counts = request.getParameterValues("out");
    if (counts != null) {
      outcomes = new LinkedHashMap<>();
      Stream.of(counts)
          .filter(each -> each.matches("[a-z-]{3,30}:\\d{1,3}"))
          .map(each -> each.split(":"))
          .filter(each -> texts.under("enrolment.outcome").containsKey(each[0]))
          .forEach(each -> outcomes.put(each[0], Long.valueOf(each[1])));
    }
  }

  public SelectionList getList() {
    return found.selection();
  }

  /** The wish for seats as it was shown beside the button. */
  private UnnamedSeats seen() {
    try {
      return new UnnamedSeats(
          (int) parameters.number("seats", 0),
          LocalDate.parse(String.valueOf(parameters.get("day"))),
          UnnamedSeats.State.ASKED);
    } catch (DateTimeException e) {
      throw new NotFound("a wish for seats");
    }
  }

  public List<HandedIn> getNominations() {
    return found.nominations();
  }

  public boolean isRanked() {
    return !found.selection().criteria().isNone();
  }

  public List<Criterion> getCriteria() {
    return List.of(Criterion.values());
  }

  public int weight(Criterion criterion) {
    return ruling ? criteria().weight(criterion) : found.selection().criteria().weight(criterion);
  }

  /** What can be chosen as a weight. */
  public List<Integer> getWeights() {
    return Stream.iterate(0, each -> each + 1).limit(Criteria.HEAVIEST + 1L).toList();
  }

  /** Points by criterion, in the order of the criteria. */
  public List<Map.Entry<Criterion, Integer>> points(SelectionList.Waits waits) {
    return waits.ranked().points().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }

  /** One as it is picked. */
  public String pick(SelectionList.Waits waits) {
    return waits.application().id() + ":" + last;
  }

  public boolean ticked(SelectionList.Waits waits) {
    return ticked.contains(waits.application().id());
  }

  public String administration(String code) {
    return code == null
        ? ""
        : directory.findMember(code).map(each -> each.name().in(language.get())).orElse(code);
  }

  public String reason() {
    return parameters.typed("reason");
  }

  /** What was typed and could not be taken. */
  public String getReason() {
    return error == null && trouble == null ? "" : reason();
  }

  /** What is wrong with the reason of a decision, or null. */
  public String getError() {
    return ruling ? null : error;
  }

  /** What is wrong with the reason why other criteria count now, or null. */
  public String getRuleError() {
    return ruling ? error : null;
  }

  public String getWhy() {
    return ruling ? parameters.typed("why") : "";
  }

  public String getTrouble() {
    return trouble;
  }

  public String getDone() {
    String done = parameters.get("done");
    return trouble == null && error == null && done != null && DONE.contains(done) ? done : null;
  }

  public List<Map.Entry<String, Long>> getOutcomes() {
    return List.copyOf(outcomes.entrySet());
  }
}
