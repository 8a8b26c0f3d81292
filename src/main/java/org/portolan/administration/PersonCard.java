package org.portolan.administration;

import java.time.LocalDate;
import java.util.List;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditPage;

/**
 * A person as those see them who look after people.
 *
 * @param offices held now first, then to come, then over
 * @param lastSignIn day in UTC, or null where there was none or the reader is not told
 * @param guarded whether they have a second factor
 * @param account whether the reader is told of the account
 * @param history of the account, or null where the reader is not told
 * @param mergedInto who took the place of this account, or null
 * @param earlier accounts whose place this one took
 * @param mergeable whether the reader may merge it with another
 */
public record PersonCard(
    PersonSummary person,
    List<RightWithReason> rights,
    List<HeldMandate> offices,
    boolean account,
    LocalDate lastSignIn,
    boolean guarded,
    AuditPage history,
    PersonSummary mergedInto,
    List<EarlierAccount> earlier,
    boolean mergeable) {

  public PersonCard {
    earlier = List.copyOf(earlier);
    rights = List.copyOf(rights);
    offices = List.copyOf(offices);
  }
}
