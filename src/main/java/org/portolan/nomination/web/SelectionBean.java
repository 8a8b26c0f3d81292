package org.portolan.nomination.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.approval.Approver;
import org.portolan.enrolment.Decisions;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.Pick;
import org.portolan.enrolment.SelectionDesk;
import org.portolan.enrolment.SelectionList;
import org.portolan.nomination.NominationRefused;
import org.portolan.nomination.NominationView;
import org.portolan.nomination.SessionSelection;
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
  /** More picks than a page can show come from nobody's page. */
  private static final int MOST_PICKS = 200;

  /** Who stands behind them is shown once these are decided on. */
  private static final int MOST_SHOWN = 100;

  private static final Set<String> DONE = Set.of("ruled", "held", "not-held");

  @Inject private PageParameters parameters;
  @Inject private SessionSelection selection;
  @Inject private SelectionDesk desk;
  @Inject private Decisions decisions;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;
  @Inject private Texts texts;

  private SessionSelection.Found found;
  private Set<Long> ticked = Set.of();
  private String error;
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
    found = selection.find(session, language.get());
  }

  /** What to say of it, or null where it could not be done. */
  private String act(long session, HttpServletRequest request) {
    try {
      return switch (String.valueOf(parameters.get("act"))) {
        case "select" -> decide(session, request, true);
        case "refuse" -> decide(session, request, false);
        case "rule" -> {
          desk.rule(session, (int) parameters.number("version", -1), criteria());
          yield "done=ruled";
        }
        case "hold", "not-hold" -> {
          boolean hold = "hold".equals(parameters.get("act"));
          selection.answer(session, parameters.number("nomination", 0), hold);
          yield hold ? "done=held" : "done=not-held";
        }
        default -> throw new NotFound("an act of that name");
      };
    } catch (EnrolmentRefused refused) {
      switch (refused.kind()) {
        case REASON_NEEDED, TOO_LONG, PASSED_OVER -> error = refused.kind().type();
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

  private String decide(long session, HttpServletRequest request, boolean agree) {
    // only of this session, whatever was sent
    SelectionList shown = desk.find(session, language.get());
    String[] sent = request.getParameterValues("pick");
    Set<String> picked = sent == null ? Set.of() : Set.of(distinct(sent));
    List<Pick> picks =
        shown.waiting().stream()
            .map(each -> each.application().id())
            .filter(id -> picked.contains(String.valueOf(id)))
            .limit(MOST_PICKS)
            .map(id -> new Pick(id, Approver.CENTRE))
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

  private static String[] distinct(String... sent) {
    return Stream.of(sent).distinct().toArray(String[]::new);
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

  /** The first of those who wait. */
  public List<SelectionList.Waits> getShown() {
    List<SelectionList.Waits> all = found.selection().waiting();
    return all.size() > MOST_SHOWN ? all.subList(0, MOST_SHOWN) : all;
  }

  public List<NominationView> getNominations() {
    return found.nominations();
  }

  public boolean isRanked() {
    return !found.selection().criteria().isNone();
  }

  public List<Criterion> getCriteria() {
    return List.of(Criterion.values());
  }

  public int weight(Criterion criterion) {
    return found.selection().criteria().weight(criterion);
  }

  /** What can be chosen as a weight. */
  public List<Integer> getWeights() {
    return Stream.iterate(0, each -> each + 1).limit(Criteria.HEAVIEST + 1L).toList();
  }

  /** Points by criterion, in the order of the criteria. */
  public List<Map.Entry<Criterion, Integer>> points(SelectionList.Waits waits) {
    return waits.ranked().points().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
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
    String typed = parameters.get("reason");
    return typed == null ? "" : typed;
  }

  /** What was typed and could not be taken. */
  public String getReason() {
    return error == null && trouble == null ? "" : reason();
  }

  public String getError() {
    return error;
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
