package org.portolan.office;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.DemoAnchor;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.persistence.StoredSettings;
import org.portolan.platform.security.Scope;
import org.portolan.platform.storage.ContentLibrary;

/** Who holds which office in the demo world; laid down once, then people change it. */
@ApplicationScoped
class DemoMandates {
  private static final String LOADED = "office.demo-mandates";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @PersistenceContext private EntityManager entities;
  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private StoredSettings settings;
  @Inject private DemoAnchor demo;
  @Inject private Places places;

  @Transactional
  void load(@Observes @Priority(205) SchemaReady ready) {
    if (!installation.demo() || settings.find(LOADED).isPresent()) {
      return;
    }
    // what an older release laid down in another shape
    entities
        .createNativeQuery(
            "DELETE FROM mandate WHERE person_id IN"
                + " (SELECT id FROM person WHERE code LIKE 'DEMO-P-%')")
        .executeUpdate();
    Map<String, Long> people = Rows.idsByCode(dataSource, "person");
    Map<String, Long> holders = new HashMap<>();
    for (NamedCsvRecord row : content.rows("sample/mandates.csv")) {
      String holder = row.getField("deputy_for");
      Mandate mandate =
          mandate(
              row,
              people.get(row.getField("person")),
              holder.isEmpty() ? null : holders.get(key(row, holder)));
      entities.persist(mandate);
      if (holder.isEmpty()) {
        entities.flush();
        holders.put(key(row, row.getField("person")), mandate.id());
      }
    }
    settings.put(LOADED, demo.get().toString());
  }

  private static String key(NamedCsvRecord row, String person) {
    return row.getField("office") + ' ' + row.getField("scope") + ' ' + person;
  }

  private Mandate mandate(NamedCsvRecord row, long person, Long deputyFor) {
    Office office = Office.of(row.getField("office"));
    Scope scope = new Scope(office.kind(), row.getField("scope"));
    LocalDate monday = demo.get();
    String last = row.getField("to_week");
    return new Mandate(
        office,
        scope,
        person,
        deputyFor,
        new Term(
            monday.plusWeeks(Long.parseLong(row.getField("from_week"))),
            last.isEmpty() ? null : monday.plusWeeks(Long.parseLong(last)).minusDays(1)),
        places.zoneOf(scope));
  }
}
