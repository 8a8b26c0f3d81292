package org.portolan.people;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;

/** All that is kept of the person who asks, as one document; nobody gets that of another. */
@ApplicationScoped
public class OwnData {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject @Any private Instance<PersonalData> parts;
  @Inject private PersonRepository persons;
  @Inject private CurrentPerson me;

  @Transactional
  public JsonObject document() {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    List<Person> earlier = persons.listMergedInto(me.id());
    try (Connection connection = database.getConnection()) {
      PersonalDataWriter writer = new PersonalDataWriter(connection);
      parts.stream()
          .sorted(Comparator.comparing(PersonalData::part))
          .forEach(
              part -> {
                part.export(me.id(), writer);
                // what stands under the number of an account that was merged is theirs too
                earlier.forEach(each -> part.export(each.id(), writer));
              });
      return writer.document();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
