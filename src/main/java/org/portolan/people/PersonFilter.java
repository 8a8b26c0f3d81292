package org.portolan.people;

/**
 * Who is looked for; what is null does not matter.
 *
 * @param words of name, address, code or the name of the Member; each has to be met
 * @param member code of a Member
 */
public record PersonFilter(String words, String member) {

  public boolean restricts() {
    return words != null || member != null;
  }
}
