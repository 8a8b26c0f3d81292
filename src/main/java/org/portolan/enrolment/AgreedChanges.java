package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.approval.Difference;
import org.portolan.enrolment.Deciders.Case;

/** What those who are asked again agreed to, beside what it is now. */
@ApplicationScoped
public class AgreedChanges {
  @Inject private ChangeLog log;
  @Inject private Deciders deciders;

  /**
   * For those of the applications about which somebody is asked again, by their numbers: in one
   * statement, or none where there are no such. Asked for by those who may read them; they are
   * shown what is for them.
   */
  @Transactional
  public Map<Long, AskedAgain> of(Collection<ApplicationSummary> applications) {
    Map<Long, AskedAgain> shown = all(applications);
    for (ApplicationSummary each : applications) {
      shown.computeIfPresent(
          each.id(), (id, again) -> deciders.discretion(Case.of(each)).of(again));
    }
    return shown;
  }

  /** Number of the last change of all: what is read afterwards shows it. */
  @Transactional
  public long last() {
    return log.last();
  }

  private Map<Long, AskedAgain> all(Collection<ApplicationSummary> applications) {
    List<ApplicationSummary> again =
        applications.stream().filter(each -> each.again() != null).toList();
    Map<Long, ChangeLog.Past> pasts =
        log.pasts(
            again.stream()
                .collect(
                    Collectors.groupingBy(
                        each -> each.session().id(),
                        Collectors.mapping(ApplicationSummary::id, Collectors.toList()))));
    Map<Long, AskedAgain> asked = new HashMap<>();
    for (ApplicationSummary each : again) {
      ChangeLog.Past past = pasts.get(each.session().id());
      Approver approver = each.again().first();
      asked.put(
          each.id(),
          new AskedAgain(
              approver,
              past.of(each.id()).stream().mapToLong(ChangeLog.Entry::number).max().orElse(0),
              differences(past, each.id(), each.personId(), each.chain(), approver)));
    }
    return asked;
  }

  /** About one, whoever reads it. */
  Optional<AskedAgain> of(ApplicationSummary application) {
    return Optional.ofNullable(all(List.of(application)).get(application.id()));
  }

  /** What is no longer as an approver agreed to it; nothing where they have not agreed. */
  static List<Difference> differences(
      ChangeLog.Past past, long application, long applicant, Chain chain, Approver approver) {
    Long step = agreed(past, application, applicant, chain).get(approver);
    return step == null
        ? List.of()
        : Difference.concerning(approver, past.since(step, application));
  }

  static Map<Approver, Long> agreed(
      ChangeLog.Past past, long application, long applicant, Chain chain) {
    return Answers.agreed(past.steps().getOrDefault(application, List.of()), chain, applicant);
  }
}
