package org.portolan.approval;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Who has the word about an application: the approver who is asked, and whether it is for the first
 * time or again.
 *
 * @param ask null where nobody is asked
 * @param again null where nobody is asked again
 */
public record Word(Ask ask, Again again) {

  /** Who would have it if nobody were asked again; null where all have agreed. */
  public Approver reached() {
    if (again != null) {
      return again.then();
    }
    return ask == null ? null : ask.approver();
  }

  /**
   * The same after something changed. Who has nothing to say to it keeps the word; who is asked
   * again and has it already gets their time anew.
   *
   * @param differing those who agreed to something that is no longer so
   * @param concerned those of them whom the last change concerns
   * @param asks how an approver is asked now
   */
  public Word changed(
      Collection<Approver> differing,
      Collection<Approver> concerned,
      Function<Approver, Ask> asks) {
    Again next = Again.of(differing, reached()).orElse(null);
    if (next == null) {
      return again == null ? this : new Word(asked(reached(), asks), null);
    }
    boolean keeps =
        again != null && again.first() == next.first() && !concerned.contains(next.first());
    return new Word(keeps ? ask : asks.apply(next.first()), next);
  }

  /** The same after the one who is asked again agreed: the next of them is, or who was before. */
  public Word agreed(Function<Approver, Ask> asks) {
    Set<Approver> left = EnumSet.copyOf(again.asked());
    left.remove(again.first());
    Again next = Again.of(left, again.then()).orElse(null);
    return new Word(asked(next == null ? again.then() : next.first(), asks), next);
  }

  private static Ask asked(Approver approver, Function<Approver, Ask> asks) {
    return approver == null ? null : asks.apply(approver);
  }
}
