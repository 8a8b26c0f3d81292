package org.portolan.people;

import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Set;

/**
 * The conditions under which people are found, as a query says them. Case and accents do not
 * matter: the database compares without them.
 *
 * @param members the administrations whose people may be found at all, or null for everybody
 * @param member the one whose people are wanted, or null
 * @param words each of which has to be met
 */
record PersonSearch(Set<String> members, String member, List<Word> words) {

  /**
   * @param members whose name has the word in it
   */
  record Word(String text, Set<String> members) {}

  String where() {
    StringBuilder where = new StringBuilder("p.mergedInto is null");
    if (members != null) {
      where.append(" and p.memberCode in :members");
    }
    if (member != null) {
      where.append(" and p.memberCode = :member");
    }
    for (int i = 0; i < words.size(); i++) {
      String like = " like :word" + i + " escape '!'";
      where
          .append(" and (p.givenName" + like + " or p.familyName" + like)
          .append(" or p.email" + like + " or p.code" + like)
          .append(words.get(i).members().isEmpty() ? ")" : " or p.memberCode in :named" + i + ")");
    }
    return where.toString();
  }

  <T> TypedQuery<T> bind(TypedQuery<T> query) {
    if (members != null) {
      query.setParameter("members", members);
    }
    if (member != null) {
      query.setParameter("member", member);
    }
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      query.setParameter("word" + i, "%" + word.text().replaceAll("([!%_])", "!$1") + "%");
      if (!word.members().isEmpty()) {
        query.setParameter("named" + i, word.members());
      }
    }
    return query;
  }
}
