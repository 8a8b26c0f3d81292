package org.portolan.roster.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;
import org.portolan.roster.Participants;
import org.portolan.roster.Rosters;
import org.portolan.seat.ApplicationState;

/** The page on which a centre sees who takes part in a session. */
@Named
@RequestScoped
public class ParticipantsBean {
  @Inject private Rosters rosters;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;

  private Participants found;
  private Set<Long> completed;
  private ApplicationState state;

  public void open() {
    long id = parameters.number("id", 0);
    if (id == 0) {
      throw new NotFound("session");
    }
    found = rosters.find(id, language.get());
    completed = rosters.completed(found);
    state =
        Arrays.stream(ApplicationState.values())
            .filter(each -> each.code().equals(parameters.get("state")))
            .findFirst()
            .orElse(null);
  }

  public Participants getFound() {
    return found;
  }

  /** Only those in the state that was chosen, if one was. */
  public List<ApplicationSummary> getShown() {
    return found.all().stream().filter(each -> state == null || each.state() == state).toList();
  }

  /** How many there are in each state that anybody is in. */
  public List<Map.Entry<ApplicationState, Long>> getStates() {
    return List.copyOf(
        found.all().stream()
            .collect(
                Collectors.groupingBy(
                    ApplicationSummary::state, TreeMap::new, Collectors.counting()))
            .entrySet());
  }

  /** Code of the state that was chosen, or empty. */
  public String getState() {
    return state == null ? "" : state.code();
  }

  public boolean seated(ApplicationSummary application) {
    return application.state() == ApplicationState.APPROVED;
  }

  /** Whether there is anybody to write to. */
  public boolean isAnySeated() {
    return !found.session().cancelled() && found.all().stream().anyMatch(this::seated);
  }

  /** Whether there is anybody whose attendance can be confirmed. */
  public boolean isAnyCompleted() {
    return isAnySeated()
        && found.all().stream()
            .anyMatch(each -> seated(each) && completed.contains(each.personId()));
  }

  public String administration(ApplicationSummary application) {
    String code = application.memberCode();
    return code == null
        ? ""
        : directory.findMember(code).map(each -> each.name().in(language.get())).orElse(code);
  }
}
