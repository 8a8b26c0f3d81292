package org.portolan.people.colleague;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.region.Reach;

/** Those who agreed, in the database: whoever asks says how far they reach. */
@ApplicationScoped
class ColleagueRepository {
  private static final String AGREED =
      "SELECT p.id, p.given_name, p.family_name, p.post, p.member_code FROM profile f"
          + " JOIN person p ON p.id = f.person_id JOIN member_state m ON m.code = p.member_code"
          + " WHERE f.findable = TRUE AND p.merged_into IS NULL";
  private static final String BEGINS =
      " AND (p.given_name LIKE ? ESCAPE '!' OR p.given_name LIKE ? ESCAPE '!'"
          + " OR p.family_name LIKE ? ESCAPE '!' OR p.family_name LIKE ? ESCAPE '!')";

  @Inject private JoinedDataSource database;

  /**
   * In the order of their names.
   *
   * @param words each of which begins a word of the name
   */
  List<Colleague> begun(List<String> words, Reach reach, int most) {
    List<Object> values = new ArrayList<>();
    String where = within(reach, values);
    for (String word : words) {
      String start = word.replaceAll("([!%_])", "!$1") + "%";
      Collections.addAll(values, start, "% " + start, start, "% " + start);
    }
    return read(
        where
            + BEGINS.repeat(words.size())
            + " ORDER BY p.family_name, p.given_name, p.id LIMIT "
            + most,
        values);
  }

  Optional<Colleague> find(long id, Reach reach) {
    List<Object> values = new ArrayList<>();
    String where = within(reach, values);
    values.add(id);
    return read(where + " AND p.id = ?", values).stream().findFirst();
  }

  private static String within(Reach reach, List<Object> values) {
    if (reach.everywhere()) {
      return "";
    }
    if (reach.regions().isEmpty()) {
      return " AND 1 = 0";
    }
    values.addAll(reach.regions());
    return " AND m.region_code IN ("
        + String.join(", ", Collections.nCopies(reach.regions().size(), "?"))
        + ")";
  }

  private List<Colleague> read(String rest, List<Object> values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(AGREED + rest)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      List<Colleague> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Colleague(
                  row.getLong(1),
                  (row.getString(2) + " " + row.getString(3)).strip(),
                  row.getString(4),
                  row.getString(5)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read who agreed to be found", e);
    }
  }
}
