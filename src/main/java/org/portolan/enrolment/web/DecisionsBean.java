package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.Collator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.approval.Approver;
import org.portolan.enrolment.AgreedChanges;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.AskedAgain;
import org.portolan.enrolment.Decisions;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.Pick;
import org.portolan.enrolment.SupervisorConsents;
import org.portolan.enrolment.Waiting;
import org.portolan.enrolment.WaitingFilter;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.seat.SeatRefused;

/** The desk of all who decide on applications: what waits for them, and deciding on it. */
@Named
@RequestScoped
public class DecisionsBean {
  private static final String ADDRESS = "/desk/decisions";
  private static final int SIZE = 50;

  /** More picks than a page can show come from nobody's page. */
  private static final int MOST_PICKS = 200;

  @Inject private Decisions decisions;
  @Inject private AgreedChanges changes;
  @Inject private EnrolmentService enrolment;
  @Inject private SupervisorConsents supervisors;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private Waiting waiting;
  private Map<Long, AskedAgain> again = Map.of();
  private WaitingFilter filter;
  private int first;
  private long touched;
  private Set<Long> ticked = Set.of();
  private String reason = "";
  private String reasonError;
  private String trouble;
  private ApplicationSummary done;
  private boolean doneUnseen;
  private Map<String, Long> outcomes = Map.of();

  public void open() throws IOException {
    me.require();
    if (Stream.of("coordinator", "centre", "donor", "rocb").noneMatch(me::holdsAny)) {
      throw new NotAllowed();
    }
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    filter =
        new WaitingFilter(
            positive(request.getParameter("session")),
            filled(request.getParameter("member")),
            Approver.of(String.valueOf(request.getParameter("asked"))).orElse(null),
            request.getParameter("overdue") != null);
    first = Math.min(1_000_000, (int) Math.min(number(request.getParameter("first")), 1_000_000));
    if (request.getMethod().equals("POST")) {
      act(request, external);
      if (FacesContext.getCurrentInstance().getResponseComplete()) {
        return;
      }
    } else {
      told(request);
    }
    waiting = decisions.waiting(filter, first, SIZE, language.get());
    if (reasonError != null && touched > 0) {
      showTouched();
    }
    again = changes.of(waiting.shown());
  }

  /** What was typed and could not be taken is shown, on whichever page its application stands. */
  private void showTouched() {
    boolean there = waiting.shown().stream().anyMatch(each -> each.id() == touched);
    ApplicationSummary missed = there ? null : decided(touched);
    if (missed != null && missed.ask() != null) {
      List<ApplicationSummary> shown = new ArrayList<>(waiting.shown());
      shown.add(0, missed);
      waiting =
          new Waiting(
              List.copyOf(shown),
              waiting.total(),
              waiting.overdue(),
              waiting.last(),
              waiting.sessions(),
              waiting.members(),
              waiting.instead());
    }
  }

  private void act(HttpServletRequest request, ExternalContext external) throws IOException {
    String typed = request.getParameter("reason");
    reason = typed == null ? "" : typed;
    if ("confirm".equals(request.getParameter("decision"))) {
      confirm(
          number(request.getParameter("application")), request.getParameter("address"), external);
      return;
    }
    boolean agree =
        switch (String.valueOf(request.getParameter("decision"))) {
          case "approve" -> true;
          case "refuse" -> false;
          default -> throw new NotFound("a decision of that name");
        };
    try {
      if (request.getParameter("bulk") == null) {
        one(request, external, agree);
      } else {
        several(request, external, agree);
      }
    } catch (SeatRefused refused) {
      trouble = refused.type();
    } catch (EnrolmentRefused refused) {
      switch (refused.kind()) {
        case REASON_NEEDED, TOO_LONG, PASSED_OVER -> reasonError = refused.kind().type();
        default -> trouble = refused.kind().type();
      }
    }
  }

  /** The address of a supervisor is theirs; they are asked then. */
  private void confirm(long application, String address, ExternalContext external)
      throws IOException {
    try {
      supervisors.confirm(application, address);
      external.redirect(address(first, "done=" + application));
    } catch (EnrolmentRefused refused) {
      trouble = refused.kind().type();
    }
  }

  private void one(HttpServletRequest request, ExternalContext external, boolean agree)
      throws IOException {
    touched = number(request.getParameter("application"));
    Pick pick =
        new Pick(
            touched,
            Approver.of(String.valueOf(request.getParameter("step"))).orElse(null),
            number(request.getParameter("seen")));
    if (agree) {
      decisions.approve(pick, reason);
    } else {
      decisions.refuse(pick, reason);
    }
    external.redirect(address(first, "done=" + touched));
  }

  private void several(HttpServletRequest request, ExternalContext external, boolean agree)
      throws IOException {
    String[] sent =
        request.getParameterValues(request.getParameter("all") == null ? "pick" : "shown");
    List<Pick> picks = sent == null ? List.of() : picks(sent);
    ticked = picks.stream().map(Pick::application).collect(Collectors.toSet());
    if (picks.isEmpty()) {
      trouble = "nothing-ticked";
      return;
    }
    Map<String, Long> counts =
        decisions.decideAll(picks, agree, reason).stream()
            .map(
                outcome ->
                    outcome.refused() == null ? (agree ? "agreed" : "refused") : outcome.refused())
            .collect(
                Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()));
    external.redirect(
        address(
            first,
            counts.entrySet().stream()
                .map(each -> "out=" + each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining("&"))));
  }

  private static List<Pick> picks(String[] sent) {
    List<Pick> picks = new ArrayList<>();
    for (String each : sent) {
      String[] parts = each.split(":", 3);
      long id = number(parts[0]);
      if (id > 0 && parts.length > 1 && picks.size() < MOST_PICKS) {
        long seen = parts.length == 3 ? number(parts[2]) : 0;
        picks.add(new Pick(id, Approver.of(parts[1]).orElse(null), seen));
      }
    }
    return picks;
  }

  /** What was done a moment ago. */
  private void told(HttpServletRequest request) {
    if (number(request.getParameter("done")) > 0) {
      done = decided(number(request.getParameter("done")));
      doneUnseen = done == null;
    }
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

  /** What was decided a moment ago; an address somebody else made up shows nothing. */
  private ApplicationSummary decided(long id) {
    try {
      return enrolment.find(id, language.get()).summary();
    } catch (NotFound unknown) {
      return null;
    }
  }

  private static long number(String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  private static Long positive(String typed) {
    return number(typed) > 0 ? number(typed) : null;
  }

  private static String filled(String typed) {
    return typed == null || typed.isBlank() ? null : typed;
  }

  public Waiting getWaiting() {
    return waiting;
  }

  public WaitingFilter getFilter() {
    return filter;
  }

  /** Names of the Members for which somebody decides who is not their National Coordinator. */
  public String getInstead() {
    return waiting.instead().stream().map(this::administration).collect(Collectors.joining(", "));
  }

  public String administration(String code) {
    return code == null
        ? ""
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** Codes of the Members of which anything waits, by their names; empty where it is one. */
  public List<String> getMembers() {
    Set<String> codes = new HashSet<>(waiting.members());
    if (filter.member() != null && directory.findMember(filter.member()).isPresent()) {
      // nothing may wait of it any more; what is chosen is shown all the same
      codes.add(filter.member());
    } else if (codes.size() < 2) {
      return List.of();
    }
    return codes.stream()
        .sorted(
            Comparator.comparing(
                this::administration, Collator.getInstance(language.get().locale())))
        .toList();
  }

  public List<Approver> getApprovers() {
    return List.of(Approver.values());
  }

  /** Whether the person who asks may have an office for which a deputy can stand in. */
  public boolean isDelegable() {
    return !me.isAdministrator()
        && Stream.of("coordinator", "centre", "donor", "rocb").anyMatch(me::holdsAny);
  }

  public boolean decides(ApplicationSummary application) {
    return decisions.decides(application);
  }

  /** Why somebody who agreed is asked again; null where they are asked first. */
  public AskedAgain again(ApplicationSummary application) {
    return again.get(application.id());
  }

  /** An application as it is picked: where it stands, and what is shown of it. */
  public String pick(ApplicationSummary application) {
    return application.id() + ":" + application.ask().approver().code() + ":" + seen(application);
  }

  /** Number of the last change that is shown of it, or of a later one that is of another. */
  public long seen(ApplicationSummary application) {
    AskedAgain asked = again(application);
    return asked == null ? waiting.last() : asked.seen();
  }

  public boolean overdue(ApplicationSummary application) {
    return application.overdue(clock.instant());
  }

  public boolean ticked(ApplicationSummary application) {
    return ticked.contains(application.id());
  }

  /** What was typed for an application and could not be taken; empty for the others. */
  public String reasonFor(ApplicationSummary application) {
    return application.id() == touched ? reason : "";
  }

  public String errorFor(ApplicationSummary application) {
    return application.id() == touched ? reasonError : null;
  }

  /** What was typed for several. */
  public String getReason() {
    return touched == 0 ? reason : "";
  }

  /** Type of what is wrong with the reason that was sent, or null. */
  public String getReasonError() {
    return reasonError;
  }

  /** Number of the application that was decided on just now; 0 where it was several. */
  public long getTouched() {
    return touched;
  }

  public String getTrouble() {
    return trouble;
  }

  public ApplicationSummary getDone() {
    return done;
  }

  /** Whether something was decided that they may not look at any more. */
  public boolean isDoneUnseen() {
    return doneUnseen;
  }

  /** What became of several that were decided at once, and of how many. */
  public List<Map.Entry<String, Long>> getOutcomes() {
    return List.copyOf(outcomes.entrySet());
  }

  /** Number of the first that is shown, from one. */
  public long getFrom() {
    return first + 1L;
  }

  public long getTo() {
    return first + (long) waiting.shown().size();
  }

  /** Address of the page before, or null. */
  public String getBefore() {
    return first == 0 ? null : address(Math.max(0, first - SIZE));
  }

  /** Address of the page after, or null. */
  public String getAfter() {
    return getTo() < waiting.total() ? address(first + SIZE) : null;
  }

  /** Address of what is shown, to which its forms are sent. */
  public String getHere() {
    return address(first);
  }

  private String address(int from) {
    return address(from, null);
  }

  private String address(int from, String more) {
    return Stream.of(
            filter.session() == null ? null : "session=" + filter.session(),
            filter.member() == null || !filter.member().matches("\\w{2}")
                ? null
                : "member=" + filter.member(),
            filter.approver() == null ? null : "asked=" + filter.approver().code(),
            filter.overdue() ? "overdue=yes" : null,
            from == 0 ? null : "first=" + from,
            more)
        .filter(Objects::nonNull)
        .reduce((one, other) -> one + "&" + other)
        .map(query -> ADDRESS + "?" + query)
        .orElse(ADDRESS);
  }
}
