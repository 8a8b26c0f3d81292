package org.portolan.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.attendance.Presence;
import org.portolan.platform.web.Problem;

class SentJsonTest {
  private static final String DEVICE = "10000000-0000-4000-8000-000000000000";
  private static final String MARK =
      "{'id':'20000000-0000-4000-8000-000000000001','attendee':'a7','half':'2027-03-08-am',"
          + "'state':'late','counter':1,'at':1000,'previous':'','hash':'"
          + "0".repeat(64)
          + "'}";

  @Test
  void aMarkIsReadAsItWasMade() {
    SentJson read = sent("[" + MARK + "]");
    assertThat(read.malformed()).isEmpty();
    assertThat(read.roll().marks())
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.presence()).isEqualTo(Presence.LATE);
              assertThat(mark.attendee().application()).isEqualTo(7);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a7'|'b7'", "'late'|'asleep'", "'counter':1|'counter':0", "'counter':1|'counter':1.5",
        "'at':1000|'at':-1", "'at':1000|'at':99999999999999999999", "am'|xm'", "'hash':'0|'hash':'g"
      })
  void oneThatCannotBeReadDoesNotStandInTheWay(String change) {
    String[] parts = change.split("\\|");
    String other = MARK.replace("000001'", "000002'").replace(parts[0], parts[1]);
    SentJson read = sent("[" + other + "," + MARK + ",7,{}]");
    assertThat(read.roll().marks()).hasSize(1);
    assertThat(read.malformed()).contains("20000000-0000-4000-8000-000000000002").hasSize(3);
  }

  @Test
  void whatIsNoRollIsRefusedInWords() {
    assertThatThrownBy(() -> SentJson.of(json("{'device':'x','now':1}")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.detail()).contains("device"));
    assertThatThrownBy(() -> SentJson.of(json("{'device':'" + DEVICE + "','now':'noon'}")))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> sent("{}")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> sent("[" + "1,".repeat(500) + "1]"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.detail()).contains("500"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000001"})
  void noTabletSpeaksForTheFormOfThePageOrForTheDoor(String device) {
    assertThatThrownBy(() -> SentJson.of(json("{'device':'" + device + "','now':1,'marks':[]}")))
        .isInstanceOf(Problem.class);
  }

  private static SentJson sent(String marks) {
    return SentJson.of(json("{'device':'" + DEVICE + "','now':2000,'marks':" + marks + "}"));
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
  }
}
