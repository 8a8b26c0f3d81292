package org.portolan.region;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;

/** Lays down regions, Members, bodies and terms at each start, new or changed. */
@ApplicationScoped
class RegionContent {
  private static final List<String> NAMES =
      List.of("name_en", "name_fr", "name_es", "name_ar", "name_ru", "name_pt");

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private Directory directory;
  @Inject private ReferenceRepository repository;

  @Transactional
  void load(@Observes @Priority(100) SchemaReady ready) {
    Rows regions =
        Rows.into("region", "code")
            .columns("code", "label")
            .columns(NAMES)
            .columns("languages", "sort");
    content.rows("reference/regions.csv").forEach(row -> regions.addNamed(row::getField));
    regions.upsert(dataSource);

    Rows subregions = Rows.into("subregion", "code").columns("code").columns(NAMES);
    content.rows("reference/subregions.csv").forEach(row -> subregions.addNamed(row::getField));
    subregions.upsert(dataSource);

    Rows members =
        Rows.into("member_state", "code")
            .columns("code", "iso3", "iso_number", "region_code", "subregion_code")
            .columns("ldc_list_year", "currency", "capital", "latitude", "longitude", "zone")
            .columns("languages")
            .columns(NAMES)
            .columns("demo");
    Rows bodies =
        Rows.into("body", "code")
            .columns("code", "kind", "region_code", "member_code", "city", "latitude", "longitude")
            .columns("zone", "languages", "since_year", "website")
            .columns(NAMES)
            .columns("demo");
    Rows terms =
        Rows.into("vice_chair_term", "code")
            .columns("code", "region_code", "member_code", "since", "until", "seen", "demo");
    addMembers(members, "reference", false);
    addCentres(bodies, "reference", false);
    content.rows("reference/offices.csv").forEach(row -> addCentre(bodies, row, "ROCB", false));
    addOthers(bodies, terms, "reference", false);
    if (installation.demo()) {
      addMembers(members, "sample", true);
      addCentres(bodies, "sample", true);
      addOthers(bodies, terms, "sample", true);
    }
    lay("member_state", members);
    lay("body", bodies);
    lay("vice_chair_term", terms);
    repository.tellNodes();
    directory.forget();
  }

  /** Brings rows up to date but those that were edited here. */
  private void lay(String table, Rows rows) {
    LaidRows laid = new LaidRows(table, rows.columnNames());
    Rows untouched = rows.without(laid.edited(dataSource));
    untouched.upsert(dataSource);
    laid.remember(dataSource, untouched.keys());
  }

  private void addMembers(Rows members, String folder, boolean demo) {
    for (NamedCsvRecord row : content.rows(folder + "/members.csv")) {
      members.addNamed(
          column ->
              switch (column) {
                case "iso_number" -> row.getField("numeric");
                case "region_code" -> row.getField("region");
                case "subregion_code" -> row.getField("subregion");
                case "ldc_list_year" -> row.getField("ldc");
                case "capital" -> row.getField("capital_en");
                case "latitude" -> row.getField("lat");
                case "longitude" -> row.getField("lon");
                case "demo" -> demo ? "1" : "0";
                default -> row.getField(column);
              });
    }
  }

  private void addCentres(Rows bodies, String folder, boolean demo) {
    for (NamedCsvRecord row : content.rows(folder + "/centres.csv")) {
      addCentre(bodies, row, "RTC", demo);
    }
  }

  private static void addCentre(Rows bodies, NamedCsvRecord row, String kind, boolean demo) {
    boolean office = kind.equals("ROCB");
    bodies.addNamed(
        column ->
            switch (column) {
              case "kind" -> kind;
              case "region_code" -> row.getField("region");
              case "member_code" -> row.getField(office ? "country" : "member");
              case "latitude" -> row.getField("lat");
              case "longitude" -> row.getField("lon");
              case "since_year" -> row.getField(office ? "since" : "opened");
              case "website" -> "";
              case "demo" -> demo ? "1" : "0";
              default -> row.getField(column);
            });
  }

  /** What is no centre and no regional office, and the terms of Vice-Chairs. */
  private void addOthers(Rows bodies, Rows terms, String folder, boolean demo) {
    for (String file : List.of("/entities.csv", "/donors.csv")) {
      content
          .rows(folder + file)
          .forEach(row -> bodies.addNamed(column -> value(row, column, demo)));
    }
    content
        .rows(folder + "/vice-chairs.csv")
        .forEach(row -> terms.addNamed(column -> value(row, column, demo)));
  }

  private static String value(NamedCsvRecord row, String column, boolean demo) {
    return switch (column) {
      case "region_code" -> row.getField("region");
      case "member_code" -> row.getField("member");
      case "latitude" -> row.getField("lat");
      case "longitude" -> row.getField("lon");
      case "since_year" -> row.getField("since");
      case "demo" -> demo ? "1" : "0";
      default -> row.getField(column);
    };
  }
}
