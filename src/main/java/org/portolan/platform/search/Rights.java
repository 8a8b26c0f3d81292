package org.portolan.platform.search;

import java.util.Objects;

/**
 * What others may do with an item, and whose it is, for those who copy what is told of it. Not in
 * the index.
 *
 * @param terms what they are called, or say
 * @param address where they can be read, or null
 * @param holder who allowed it
 */
public record Rights(String terms, String address, String holder) {
  public Rights {
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(holder, "holder");
  }
}
