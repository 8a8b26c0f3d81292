package org.portolan.people;

import java.util.List;

/**
 * What merges made of an account.
 *
 * @param into the number of the account that took its place, or null
 * @param earlier numbers of accounts whose place it took
 */
public record MergedAccounts(Long into, List<Long> earlier) {
  public MergedAccounts {
    earlier = List.copyOf(earlier);
  }
}
