package org.portolan.platform.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words by which people ask: how many, what do we. In a question they are as small as "of" and
 * "the"; in the index they stand as any word, so that what is quoted is found as it stands.
 */
final class QuestionWords {
  private static final Map<String, Set<String>> WORDS = read();

  private QuestionWords() {}

  static boolean has(String language, String word) {
    return WORDS.getOrDefault(language, Set.of()).contains(Analysis.fold(word));
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> words = new LinkedHashMap<>();
    try (InputStream in =
            Objects.requireNonNull(QuestionWords.class.getResourceAsStream("question-words.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(each -> !each.startsWith("#")).toList()) {
        List<String> all = Arrays.asList(line.split(" "));
        words.put(
            all.get(0),
            all.stream().skip(1).map(Analysis::fold).collect(Collectors.toUnmodifiableSet()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
