package org.portolan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.container.Scenario;
import org.portolan.people.PersonMerge;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;

/** Members, bodies, people and mandates of a whole region out into files and back in. */
@ArquillianTest
class RegionExchangeIT {
  private static final Scope REGION = Scope.region("WCA");

  @Inject private Exchange exchange;
  @Inject private Directory directory;
  @Inject private Scenario scenario;
  @Inject private PersonMerge merge;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @Inject private RequestContextController requests;
  @Resource private ManagedExecutorService executor;

  @ParameterizedTest
  @EnumSource(FileForm.Format.class)
  void aWholeRegionComesBackAsItWas(FileForm.Format format) throws Exception {
    scenario.asAdministrator();
    String before = digest();
    for (String kind : List.of("members", "bodies", "people", "mandates")) {
      ImportJob job = upload(kind, export(kind, format));
      assertThat(job.counts().all()).as(kind).isPositive();
      assertThat(job.counts().same()).as(kind + wrong(job)).isEqualTo(job.counts().all());
    }
    assertThat(digest()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"members", "bodies", "people", "mandates"})
  void whatWasEditedInAFileIsAppliedAndUndone(String kind) throws Exception {
    scenario.asAdministrator();
    String before = digest();
    String text = new String(export(kind, FileForm.Format.CSV), StandardCharsets.UTF_8);
    String edited =
        switch (kind) {
          case "mandates" ->
              text.replaceAll(
                  "(?m)^([^,]+,(?:editor|centre_staff|rocb_officer),[^,]+,[0-9-]+),,,",
                  "$1,2036-05-01,,");
          case "people" -> text.replace(",vérificatrice à la visite,", ",Edited,");
          default -> text.replace(",Africa/Lagos,", ",Africa/Abidjan,");
        };
    assertThat(edited.equals(text)).as(kind).isFalse();
    ImportJob job = upload(kind, edited.getBytes(StandardCharsets.UTF_8));
    assertThat(job.counts().error()).as(wrong(job).toString()).isZero();
    assertThat(job.counts().changed()).isPositive();
    assertThat(digest()).as("after the dry run").isEqualTo(before);

    exchange.apply(job.id(), false);
    assertThat(settled(job.id()).state()).isEqualTo(ImportState.APPLIED);
    assertThat(digest()).isNotEqualTo(before);
    exchange.undo(job.id());
    ImportJob undone = settled(job.id());
    assertThat(undone.state()).as(undone.problems().toString()).isEqualTo(ImportState.UNDONE);
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void aNewBodyIsFoundAtOnceAndGoesWithItsImport() {
    scenario.asAdministrator();
    String before = digest();
    ImportJob job =
        upload(
            "bodies",
            ("code,name_en,name_fr,name_es,name_ar,name_ru,name_pt,kind,region,member,city,latitude,"
                    + "longitude,zone,languages\n"
                    + "DEMO-LAB-X,Lab,Labo,Lab.,م,Л,Lab,laboratory,WCA,SN,Dakar,14.69371,-17.44406,"
                    + "Africa/Dakar,fr en\n"
                    + "DEMO-LAB-Y,Lab,Labo,Lab.,م,Л,Lab,laboratory,QQ,SN,Dakar,91,x,Nowhere,zz\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(job.counts()).isEqualTo(new ImportJob.Counts(2, 1, 0, 0, 0, 1));
    assertThat(wrong(job)).hasSizeGreaterThan(1);
    exchange.discard(job.id());

    ImportJob one =
        upload(
            "bodies",
            ("code,name_en,name_fr,name_es,name_ar,name_ru,name_pt,kind,region,member,city,latitude,"
                    + "longitude,zone,languages\n"
                    + "DEMO-LAB-X,Lab,Labo,Lab.,م,Л,Lab,laboratory,WCA,SN,Dakar,14.69371,-17.44406,"
                    + "Africa/Dakar,fr en\n")
                .getBytes(StandardCharsets.UTF_8));
    exchange.apply(one.id(), false);
    ImportJob applied = settled(one.id());
    assertThat(applied.state()).as(applied.problems().toString()).isEqualTo(ImportState.APPLIED);
    assertThat(directory.findBody("DEMO-LAB-X"))
        .hasValueSatisfying(body -> assertThat(body.city()).isEqualTo("Dakar"));
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM index_change WHERE kind = 'body' AND entity_id = ?",
                Integer.toUnsignedLong("DEMO-LAB-X".hashCode())))
        .isPositive();
    exchange.undo(one.id());
    assertThat(settled(one.id()).state()).isEqualTo(ImportState.UNDONE);
    assertThat(directory.findBody("DEMO-LAB-X")).isEmpty();
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void mandatesOfAFileStandUnderTheRulesOfAppointing() {
    scenario.asAdministrator();
    String a = code(scenario.officer("SN"));
    String b = code(scenario.officer("SN"));
    ImportJob job =
        upload(
            "mandates",
            ("person,office,scope,from,to,deputy_for\n"
                    + a
                    + ",fallback_approver,AMS,2035-01-01,2035-06-30,\n"
                    + b
                    + ",fallback_approver,AMS,2035-06-01,2035-12-31,\n"
                    + b
                    + ",fallback_approver,AMS,2035-02-01,2035-03-01,"
                    + a
                    + "\n"
                    + a
                    + ",coordinator,SN,2035-02-01,2035-05-01,\n"
                    + a
                    + ",coordinator,SN,2035-03-01,,\n"
                    + a
                    + ",coordinator,WCA,2035-01-01,,\n"
                    + a
                    + ",coordinator,SN,2035-07-02,2035-01-01,\n"
                    + "nobody,coordinator,SN,2035-02-01,,\n"
                    + a
                    + ",king,SN,2035-02-01,,\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(wrong(job))
        .extracting(key -> key.substring(key.lastIndexOf('.') + 1))
        .containsExactly(
            "mandate-taken",
            "other",
            "mandate-taken",
            "other",
            "principal",
            "mandate-held-already",
            "other",
            "mandate-strange-scope",
            "mandate-reversed",
            "person",
            "choice");
    assertThat(job.counts().made()).isEqualTo(1);
  }

  @Test
  void aHolderAndADeputyAreAppointedByOneFileAndGoTogether() {
    scenario.asAdministrator();
    String a = code(scenario.officer("SN"));
    String b = code(scenario.officer("SN"));
    String before = digest();
    ImportJob job =
        upload(
            "mandates",
            ("person,office,scope,from,to,deputy_for\n"
                    + b
                    + ",coordinator,SN,2035-02-01,2035-03-01,"
                    + a
                    + "\n"
                    + a
                    + ",coordinator,SN,2035-01-01,2035-06-30,\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(job.counts().made()).as(wrong(job).toString()).isEqualTo(2);
    exchange.apply(job.id(), false);
    ImportJob applied = settled(job.id());
    assertThat(applied.state()).as(applied.problems().toString()).isEqualTo(ImportState.APPLIED);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM mandate WHERE deputy_for IS NOT NULL AND"
                    + " person_id = (SELECT id FROM person WHERE code = ?)",
                b))
        .isEqualTo(1);
    exchange.undo(job.id());
    ImportJob undone = settled(job.id());
    assertThat(undone.state()).as(undone.problems().toString()).isEqualTo(ImportState.UNDONE);
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void nobodyIsAppointedByAFileWhoseAccountIsMergedMeanwhile() throws Exception {
    scenario.asAdministrator();
    long stays = scenario.officer("SN");
    long goes = scenario.officer("SN");
    ImportJob job =
        upload(
            "mandates",
            ("person,office,scope,from,to,deputy_for\n"
                    + code(goes)
                    + ",editor,WCA,2037-01-01,2037-06-30,\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(job.counts().made()).as(wrong(job).toString()).isEqualTo(1);
    transaction.begin();
    merge.merge(stays, goes);
    executor
        .submit(
            () -> {
              boolean mine = requests.activate();
              try {
                scenario.asAdministrator();
                return exchange.apply(job.id(), false);
              } finally {
                if (mine) {
                  requests.deactivate();
                }
              }
            })
        .get(30, TimeUnit.SECONDS);
    Thread.sleep(1000);
    assertThat(exchange.find(job.id()).state()).isEqualTo(ImportState.APPLYING);
    transaction.commit();

    assertThat(settled(job.id()).state()).isNotEqualTo(ImportState.APPLIED);
    assertThat(scenario.number("SELECT COUNT(*) FROM mandate WHERE person_id = ?", goes)).isZero();
  }

  private String code(long person) {
    return scenario.text("SELECT code FROM person WHERE id = " + person);
  }

  private List<String> wrong(ImportJob job) {
    return exchange.rows(job.id(), Set.of(Verdict.ERROR), 100).stream()
        .flatMap(row -> row.problems().stream())
        .map(CellProblem::key)
        .toList();
  }

  private ImportJob upload(String kind, byte[] content) {
    return settled(exchange.upload(kind, kind + ".csv", content));
  }

  private ImportJob settled(long id) {
    for (int i = 0; i < 600; i++) {
      ImportJob job = exchange.find(id);
      if (!job.state().moving()) {
        return job;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("it takes too long");
  }

  private byte[] export(String kind, FileForm.Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exchange.export(kind, REGION, format, out);
    return out.toByteArray();
  }

  /** Of what the records say; the counters of their versions go on. */
  private String digest() {
    return List.of(
            "SELECT CONCAT(COUNT(*), ':', SUM(CRC32(CONCAT_WS('|', id, code, given_name,"
                + " family_name, email, COALESCE(member_code, '-'), language, post)))) FROM person",
            "SELECT CONCAT(COUNT(*), ':', SUM(CRC32(CONCAT_WS('|', code, region_code, capital,"
                + " latitude, longitude, zone, languages, name_en, name_fr, name_es, name_ar,"
                + " name_ru, name_pt)))) FROM member_state",
            "SELECT CONCAT(COUNT(*), ':', SUM(CRC32(CONCAT_WS('|', code, kind, COALESCE(region_code,"
                + " '-'), COALESCE(member_code, '-'), COALESCE(city, '-'), COALESCE(latitude, '-'),"
                + " COALESCE(longitude, '-'), COALESCE(zone, '-'), COALESCE(languages, '-'),"
                + " COALESCE(since_year, '-'), COALESCE(website, '-'), COALESCE(closed_on, '-'),"
                + " name_en, name_ar)))) FROM body",
            "SELECT CONCAT(COUNT(*), ':', SUM(CRC32(CONCAT_WS('|', id, office, scope_kind,"
                + " scope_code, person_id, COALESCE(deputy_for, '-'), from_day, COALESCE(to_day,"
                + " '-'), starts_at, COALESCE(ends_at, '-'))))) FROM mandate")
        .stream()
        .map(scenario::text)
        .toList()
        .toString();
  }
}
