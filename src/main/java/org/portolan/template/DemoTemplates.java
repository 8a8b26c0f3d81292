package org.portolan.template;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.approval.Chain;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.Timing;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.seat.SeatRules;

/** Some courses of the demo world have a template, laid down once. */
@ApplicationScoped
class DemoTemplates {
  @PersistenceContext private EntityManager entities;
  @Inject private TemplateRepository templates;
  @Inject private ContentLibrary content;
  @Inject private Installation installation;

  @Transactional
  void load(@Observes @Priority(420) SchemaReady ready) {
    if (!installation.demo() || any()) {
      return;
    }
    for (NamedCsvRecord row : content.rows("sample/session-templates.csv")) {
      SessionTemplate template = new SessionTemplate(course(row.getField("course")));
      SessionDefaults sessions = sessions(row);
      template.take(sessions, rules(row, sessions.seats()));
      templates.add(template);
    }
  }

  private static SessionDefaults sessions(NamedCsvRecord row) {
    return new SessionDefaults(
        Timing.of(row.getField("timing")).orElseThrow(),
        row.getField("days").isEmpty() ? null : Integer.valueOf(row.getField("days")),
        time(row.getField("start")),
        time(row.getField("end")),
        row.getField("venue"),
        row.getField("room"),
        Boolean.parseBoolean(row.getField("online")),
        row.getField("seats").isEmpty() ? null : Integer.valueOf(row.getField("seats")),
        List.of(row.getField("languages").split(" ")),
        Chain.read(row.getField("approval")).orElseThrow(),
        row.getField("donor").isEmpty() ? null : row.getField("donor"));
  }

  private static LocalTime time(String text) {
    return text.isEmpty() ? null : LocalTime.parse(text);
  }

  private static SeatRules rules(NamedCsvRecord row, int seats) {
    return SeatRules.of(
        Stream.concat(
                Stream.of(
                    "capacity=" + seats,
                    "margin=" + row.getField("margin"),
                    "queue=" + row.getField("queue"),
                    "offer=" + Duration.ofHours(Long.parseLong(row.getField("offer"))),
                    "quiet=" + Duration.ofDays(Long.parseLong(row.getField("quiet"))),
                    "starts=" + Timing.NEVER,
                    "open=true"),
                Arrays.stream(row.getField("quotas").split(" "))
                    .filter(quota -> !quota.isEmpty())
                    .map(quota -> "quota=" + quota))
            .collect(Collectors.joining(" ")));
  }

  private boolean any() {
    return !entities
        .createQuery("select t.version from SessionTemplate t", Integer.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private long course(String code) {
    return ((Number)
            entities
                .createNativeQuery("SELECT id FROM course WHERE code = ?1")
                .setParameter(1, code)
                .getSingleResult())
        .longValue();
  }
}
