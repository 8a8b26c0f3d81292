package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.persistence.StoredSettings;

/** The people of the demo world over many starts. */
@ArquillianTest
class PeopleContentIT {
  private static final String LAST = "DEMO-P-0353";
  private static final String LOADED = "people.demo-loaded";

  @Inject private PeopleContent content;
  @Inject private StoredSettings settings;
  @Inject private Scenario scenario;

  @Test
  void whatWasChangedStaysAndWhoIsGoneDoesNotComeBack() {
    String post = post();
    scenario.sql("UPDATE person SET post = 'another', code = 'GONE-1' WHERE code = '" + LAST + "'");
    try {
      content.load(new SchemaReady());
      assertThat(people(LAST)).isZero();
      assertThat(people("GONE-1")).isEqualTo(1);
    } finally {
      scenario.sql(
          "UPDATE person SET post = '" + post + "', code = '" + LAST + "' WHERE code = 'GONE-1'");
    }
  }

  @Test
  void aReleaseWithMorePeopleBringsThose() {
    String post = post();
    scenario.sql("UPDATE person SET post = 'another' WHERE code = '" + LAST + "'");
    settings.put(LOADED, "DEMO-P-0352");
    content.load(new SchemaReady());
    assertThat(post()).isEqualTo(post);
    assertThat(settings.find(LOADED)).contains(LAST);
  }

  private String post() {
    return scenario.text("SELECT post FROM person WHERE code = '" + LAST + "'");
  }

  private long people(String code) {
    return scenario.number("SELECT COUNT(*) FROM person WHERE code = ?", code);
  }
}
