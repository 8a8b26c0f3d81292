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

/** Lays down regions, Members and centres at each start, new or changed. */
@ApplicationScoped
class RegionContent {
  private static final List<String> NAMES =
      List.of("name_en", "name_fr", "name_es", "name_ar", "name_ru", "name_pt");

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private Directory directory;

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
    Rows centres =
        Rows.into("centre", "code")
            .columns("code", "kind", "region_code", "member_code", "city", "latitude", "longitude")
            .columns("zone", "languages", "since_year")
            .columns(NAMES)
            .columns("demo");
    addMembers(members, "reference", false);
    addCentres(centres, "reference", false);
    content.rows("reference/offices.csv").forEach(row -> addCentre(centres, row, "ROCB", false));
    if (installation.demo()) {
      addMembers(members, "sample", true);
      addCentres(centres, "sample", true);
    }
    members.upsert(dataSource);
    centres.upsert(dataSource);
    directory.forget();
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

  private void addCentres(Rows centres, String folder, boolean demo) {
    for (NamedCsvRecord row : content.rows(folder + "/centres.csv")) {
      addCentre(centres, row, "RTC", demo);
    }
  }

  private static void addCentre(Rows centres, NamedCsvRecord row, String kind, boolean demo) {
    boolean office = kind.equals("ROCB");
    centres.addNamed(
        column ->
            switch (column) {
              case "kind" -> kind;
              case "region_code" -> row.getField("region");
              case "member_code" -> row.getField(office ? "country" : "member");
              case "latitude" -> row.getField("lat");
              case "longitude" -> row.getField("lon");
              case "since_year" -> row.getField(office ? "since" : "opened");
              case "demo" -> demo ? "1" : "0";
              default -> row.getField(column);
            });
  }
}
