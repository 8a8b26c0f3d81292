package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PracticeLikenessTest {
  private static final Path SAMPLES = Path.of("content/sample/practices");
  private static final Pattern FILE =
      Pattern.compile(
          "(?s)---\n(?:.*\n)?code: (\\S+)\n(?:.*\n)?language: (\\S+)\n.*?title: (.*?)\nsummary: (.*?)\n---\n(.*)");

  private record Sample(String code, PracticeContent content) {}

  @Test
  void noPracticeOfTheDemoWorldIsSaidToBeAnother() throws IOException {
    List<Sample> all = samples();
    assertThat(all).hasSizeGreaterThan(80);
    List<String> near = new ArrayList<>();
    for (Sample one : all) {
      for (Sample other : all) {
        double score = PracticeLikeness.of(one.content(), other.content()).score();
        if (one.code().compareTo(other.code()) < 0 && score >= PracticeLikeness.NEAR) {
          near.add(one.code() + " " + other.code() + " " + score);
        }
      }
    }
    assertThat(near).isEmpty();
  }

  @Test
  void theSameWithOtherWordsHereAndThereIs() throws IOException {
    for (Sample sample : samples()) {
      PracticeWords text = sample.content().texts().get(0);
      String[] sentences = text.body().whole().split("(?<=[.!?]) ");
      StringBuilder fewer = new StringBuilder();
      for (int i = 0; i < sentences.length; i++) {
        fewer.append(i % 4 == 3 ? "" : sentences[i] + " ");
      }
      PracticeContent copy = content(text.language(), text.title() + " 2", "", fewer.toString());

      assertThat(PracticeLikeness.of(copy, sample.content()).score())
          .as(sample.code())
          .isGreaterThanOrEqualTo(PracticeLikeness.NEAR);
    }
  }

  @Test
  void textsOfDifferentLanguagesAreNotHeldAgainstEachOther() {
    assertThat(
            PracticeLikeness.of(content("en", "A", "B", "C"), content("fr", "A", "B", "C")).score())
        .isZero();
  }

  private static List<Sample> samples() throws IOException {
    List<Sample> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(SAMPLES)) {
      for (Path file : files.sorted().toList()) {
        Matcher found = FILE.matcher(Files.readString(file));
        assertThat(found.matches()).as(file.toString()).isTrue();
        all.add(
            new Sample(
                found.group(1),
                content(found.group(2), found.group(3), found.group(4), found.group(5))));
      }
    }
    return all;
  }

  private static PracticeContent content(
      String language, String title, String summary, String body) {
    return PracticeContent.begun(
        new PracticeEdit(
            "WCA",
            null,
            "PCA",
            "2024",
            language,
            title,
            summary,
            SampleText.read(body),
            Source.UNKNOWN));
  }
}
