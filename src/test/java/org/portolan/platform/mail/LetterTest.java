package org.portolan.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.i18n.Language;

class LetterTest {
  private final LetterWriting writing = new LetterWriting("https://portolan.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example\nSubject: x",
        "a@b.example,c@d.example",
        "A <a@b.example>",
        "a b@c.example",
        "a@b.example\u0000",
        "a@b.example\u2028x",
        "\"a\"@b.example",
        "a@",
        "@b.example",
        "a@b@c.example",
        ""
      })
  void anAddressThatCouldBeMoreThanOneIsNone(String address) {
    assertThat(Letter.reachable(address)).isFalse();
    assertThatThrownBy(() -> Letter.of("platform.mail.test", address, Language.EN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.example", "first.last+tag@sub.customs.example", "o'neil@b.example"})
  void aPlainAddressIsOne(String address) {
    assertThat(Letter.reachable(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\u0000", "\u000b"})
  void aSubjectStaysOneLineWhateverIsPutIntoIt(String end) {
    String line = OneLine.of("Welcome" + end + "Bcc: c@d.example");
    assertThat(line).isEqualTo("Welcome Bcc: c@d.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</title><svg onload=alert(1)>",
        "${7*7}<#assign x=1>",
        "'><a href=javascript:alert(1)>x</a>"
      })
  void whatPeopleWriteIsNeverMarkup(String words) {
    String html =
        writing.html(
            Letter.of("platform.mail.test", "a@b.example", Language.EN)
                .greeting(words)
                .quote(words));
    assertThat(html)
        .doesNotContain("<script", "<img", "<svg", "<a ", "49")
        .contains(words.contains("<") ? "&lt;" : words);
  }

  @Test
  void anArabicLetterRunsFromTheRight() {
    Letter letter =
        Letter.of("platform.mail.test", "a@b.example", Language.AR)
            .link("platform.work.account", "https://portolan.example/account");
    assertThat(writing.html(letter))
        .contains(
            "lang=\"ar\" dir=\"rtl\"",
            "<span dir=\"ltr\"",
            "href=\"https://portolan.example/account\"");
    assertThat(writing.text(letter)).contains("https://portolan.example/account\n");
  }

  @Test
  void aQuotationIsMarkedOnEachLine() {
    assertThat(
            writing.text(
                Letter.of("platform.mail.test", "a@b.example", Language.EN)
                    .quote("one\r\ntwo\nthree")))
        .contains("> one\n> two\n> three\n");
  }

  @Test
  void aLinkIsAWholeAddress() {
    Letter letter = Letter.of("platform.mail.test", "a@b.example", Language.EN);
    assertThatThrownBy(() -> letter.link("platform.work.account", "/account"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> letter.link("platform.work.account", "javascript:alert(1)"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void attemptsBecomeFewerAndEnd() {
    Duration all = Duration.ZERO;
    Duration before = Duration.ZERO;
    int attempts = 1;
    while (RetryPlan.after(attempts).isPresent()) {
      Duration pause = RetryPlan.after(attempts).get();
      assertThat(pause).isGreaterThanOrEqualTo(before);
      before = pause;
      all = all.plus(pause);
      attempts++;
    }
    assertThat(attempts).isEqualTo(RetryPlan.MOST_ATTEMPTS);
    assertThat(all).isBetween(Duration.ofDays(4), Duration.ofDays(6));
  }
}
