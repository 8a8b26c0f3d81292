package org.portolan.drill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.portolan.platform.security.Token;

/**
 * People of Members by chance who hold offices by chance, each signed in: some offices are over,
 * some are not yet begun, some are handed over and may still be looked at.
 *
 * @param person number of somebody in the database
 * @param session the secret of their cookie
 */
record Cast(long person, String session) {

  /** Makes so many; whoever calls keeps the records. */
  static List<Cast> of(
      int count,
      Records records,
      SplittableRandom random,
      List<String> members,
      List<String> centres,
      List<String> regions)
      throws SQLException {
    List<Cast> cast = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cast.add(someone(records, random, members, centres, regions));
    }
    return cast;
  }

  private static Cast someone(
      Records records,
      SplittableRandom random,
      List<String> members,
      List<String> centres,
      List<String> regions)
      throws SQLException {
    long person = records.person(one(members, random));
    Holder[] holders = Holder.values();
    for (int i = random.nextInt(3); i > 0; i--) {
      // administrators are rare, or nobody would be left who may see little
      Holder holder = holders[random.nextInt(2, holders.length - (random.nextInt(4) == 0 ? 0 : 1))];
      String body =
          switch (holder.kind()) {
            case "member" -> one(members, random);
            case "centre" -> one(centres, random);
            case "region" -> one(regions, random);
            case "body" -> "DEMO-BODY";
            default -> "*";
          };
      Long principal =
          holder == Holder.DEPUTY
              ? records.mandate(
                  holder.office(), holder.kind(), body, records.person(Records.MEMBER), null)
              : null;
      long mandate = records.mandate(holder.office(), holder.kind(), body, person, principal);
      String change =
          switch (random.nextInt(6)) {
            case 0 -> "ends_at = UTC_TIMESTAMP(6) - INTERVAL 1 DAY, to_day = from_day";
            case 1 ->
                "ends_at = UTC_TIMESTAMP(6) - INTERVAL 1 DAY, to_day = from_day,"
                    + " reads_until = UTC_TIMESTAMP(6) + INTERVAL 9 DAY";
            case 2 -> "from_day = '2036-01-01', starts_at = '2036-01-01'";
            default -> "version = 1";
          };
      records.insert(
          "UPDATE mandate SET " + change + " WHERE id = ?",
          principal != null && change.startsWith("ends_at") ? principal : mandate);
    }
    Token token = Token.random("");
    records.signIn(person, token);
    return new Cast(person, token.secret());
  }

  private static String one(List<String> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
