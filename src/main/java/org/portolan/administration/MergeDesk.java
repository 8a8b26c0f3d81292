package org.portolan.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.portolan.access.WaysIn;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.office.Mandates;
import org.portolan.people.PersonFinding;
import org.portolan.people.PersonMerge;
import org.portolan.people.PersonSummary;
import org.portolan.people.Profiles;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;

/** Two accounts side by side, for those who may make one of them. */
@ApplicationScoped
public class MergeDesk {
  @Inject private PersonFinding finding;
  @Inject private PersonMerge merge;
  @Inject private Profiles profiles;
  @Inject private Mandates mandates;
  @Inject private EnrolmentService enrolment;
  @Inject private WaysIn waysIn;

  /** Both, in the order asked for, in the same number of statements whatever they have. */
  @Transactional
  public List<MergeSide> compare(long one, long other, Language reader) {
    PersonSummary first = permitted(one);
    PersonSummary second = permitted(other);
    return List.of(side(first, reader), side(second, reader));
  }

  private PersonSummary permitted(long id) {
    PersonSummary person = finding.get(id);
    if (!merge.may(person)) {
      throw new NotAllowed();
    }
    return person;
  }

  private MergeSide side(PersonSummary person, Language reader) {
    return new MergeSide(
        person,
        profiles.of(person.id()),
        mandates.everHeldBy(person.id()),
        enrolment.listOf(person.id(), reader),
        waysIn.count(person.id()));
  }
}
