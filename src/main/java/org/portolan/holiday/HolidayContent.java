package org.portolan.holiday;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.DemoAnchor;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;

/**
 * Lays down the holidays of Members that have none yet; from then on they are kept by people.
 * Invented Members have theirs in the demo world only.
 */
@ApplicationScoped
class HolidayContent {
  private static final List<String> NAMES =
      List.of("name_en", "name_fr", "name_es", "name_ar", "name_ru", "name_pt");

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @PersistenceContext private EntityManager entities;
  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private DemoAnchor anchor;

  @Transactional
  void load(@Observes @Priority(350) SchemaReady ready) {
    if (!installation.demo()) {
      return;
    }
    Set<String> known = known();
    Rows rows =
        Rows.into("public_holiday", "id")
            .columns("member_code")
            .columns(NAMES)
            .columns("falls_on", "expected", "removed", "version");
    for (NamedCsvRecord row : content.rows("sample/holidays.csv")) {
      if (!known.contains(row.getField("member"))) {
        FallsOn rule = FallsOn.of(rule(row.getField("falls_on"))).orElseThrow();
        rows.add(
            row.getField("member"),
            row.getField("name_en"),
            row.getField("name_fr"),
            row.getField("name_es"),
            row.getField("name_ar"),
            row.getField("name_ru"),
            row.getField("name_pt"),
            rule.text(),
            rule.followsMoon() || row.getField("expected").equals("true") ? 1 : 0,
            0,
            0);
      }
    }
    rows.insert(dataSource);
  }

  /** A day of the demo world is said by its distance from the anchor. */
  private String rule(String written) {
    return written.startsWith("anchor:")
        ? "once:" + anchor.get().plusDays(Long.parseLong(written.substring("anchor:".length())))
        : written;
  }

  private Set<String> known() {
    List<?> codes =
        entities
            .createNativeQuery("SELECT DISTINCT member_code FROM public_holiday")
            .getResultList();
    return codes.stream().map(String.class::cast).collect(Collectors.toSet());
  }
}
