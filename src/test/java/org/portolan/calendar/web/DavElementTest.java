package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.calendar.HeldDay;

class DavElementTest {
  private static final String QUERY =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
        <D:prop><D:getetag/><C:calendar-data/></D:prop>
        <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">%s</C:comp-filter>
        </C:comp-filter></C:filter>
      </C:calendar-query>
      """;

  @Test
  void aQuestionIsATree() throws Exception {
    DavElement question = read(QUERY.formatted(""));

    assertThat(question.is(DavElement.CALDAV, "calendar-query")).isTrue();
    assertThat(question.first(DavElement.DAV, "prop").orElseThrow().children())
        .extracting(DavElement::name)
        .containsExactly(
            new QName("DAV:", "getetag"),
            new QName("urn:ietf:params:xml:ns:caldav", "calendar-data"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<a><b></a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x 'lol'><!ENTITY y '&x;&x;'>]><a>&y;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>"
      })
  void whatIsHostileOrBrokenIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(DavElement.Unreadable.class);
  }

  @Test
  void whatIsTooDeepOrTooLongIsRefused() {
    assertThatThrownBy(() -> read("<a>".repeat(40) + "</a>".repeat(40)))
        .isInstanceOf(DavElement.Unreadable.class);
    assertThatThrownBy(() -> read("<a>" + "<b/>".repeat(13_000) + "</a>"))
        .isInstanceOf(DavElement.Unreadable.class);
  }

  @Test
  void aRangeMeetsWhatOverlapsIt() throws Exception {
    DavRange range = DavRange.of(read("<r start='20270308T090000Z' end='20270308T170000Z'/>"));

    assertThat(range.meets(day("2027-03-08T08:00:00Z", "2027-03-08T09:00:00Z"))).isFalse();
    assertThat(range.meets(day("2027-03-08T08:00:00Z", "2027-03-08T09:00:01Z"))).isTrue();
    assertThat(range.meets(day("2027-03-08T17:00:00Z", "2027-03-08T18:00:00Z"))).isFalse();
    assertThat(range.meets(day("2027-03-08T16:59:59Z", "2027-03-08T18:00:00Z"))).isTrue();
    assertThat(range.meetsAny(List.of())).isFalse();
    assertThat(DavRange.of(read("<r/>")).meets(day("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<r start='2027-03-08'/>",
        "<r start='20270308T090000Z' end='20270308T090000Z'/>",
        "<r start='20270230T090000Z'/>"
      })
  void aRangeThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> DavRange.of(read(text))).isInstanceOf(DavElement.Unreadable.class);
  }

  @Test
  void whatIsNotAnsweredIsSaidToBeUnsupported() throws Exception {
    DavElement query = read(QUERY.formatted("<C:prop-filter name=\"SUMMARY\"/>"));
    assertThatThrownBy(() -> DavQuery.of(query)).isInstanceOf(DavQuery.Unsupported.class);
    DavElement none = read("<C:calendar-query xmlns:C=\"urn:ietf:params:xml:ns:caldav\"/>");
    assertThatThrownBy(() -> DavQuery.of(none)).isInstanceOf(DavElement.Unreadable.class);
  }

  @Test
  void tasksAreNotThereAndEventsAre() throws Exception {
    DavElement tasks = read(QUERY.replace("VEVENT", "VTODO").formatted(""));
    assertThat(DavQuery.of(tasks).test(null)).isFalse();
    DavElement noTasks = read(QUERY.replace("VEVENT", "VTODO").formatted("<C:is-not-defined/>"));
    assertThat(DavQuery.of(noTasks).test(null)).isTrue();
    assertThat(DavQuery.of(read(QUERY.formatted(""))).test(null)).isTrue();
    DavElement noEvents = read(QUERY.formatted("<C:is-not-defined/>"));
    assertThat(DavQuery.of(noEvents).test(null)).isFalse();
  }

  @Test
  void anAnswerEscapesWhatItHoldsAndNamesWhatIsMissing() throws Exception {
    DavAnswer answer = DavAnswer.multistatus();
    QName known = new QName("DAV:", "displayname");
    answer.response(
        "/dav/<x>&",
        Map.of(known, DavAnswer.Value.text("A & <b>")),
        List.of(known, new QName("urn:other", "thing"), new QName("", "bare")));
    String text = DavAnswer.text(answer.done());

    assertThat(text).contains("/dav/&lt;x&gt;&amp;", "A &amp; &lt;b&gt;", "404 Not Found");
    DavElement read = read(text);
    DavElement response = read.first("DAV:", "response").orElseThrow();
    assertThat(response.all("DAV:", "propstat")).hasSize(2);
    assertThat(
            response
                .all("DAV:", "propstat")
                .skip(1)
                .flatMap(each -> each.first("DAV:", "prop").orElseThrow().children().stream())
                .map(DavElement::name))
        .containsExactly(new QName("urn:other", "thing"), new QName("", "bare"));
  }

  private static HeldDay day(String from, String to) {
    return new HeldDay(Instant.parse(from), Instant.parse(to));
  }

  private static DavElement read(String text) throws DavElement.Unreadable {
    return DavElement.read(text.strip().getBytes(StandardCharsets.UTF_8));
  }
}
