package org.portolan.platform.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Texts that people wrote, each time a sentence of one of them, in the languages of the collections
 * of a folder by turns: of what is drawn by chance no more repeats within a block of the index than
 * in a library.
 */
final class NaturalTexts implements Iterator<SearchDocument> {
  private record Sentences(String language, List<String> titles, List<String> all) {}

  private final List<Sentences> languages = new ArrayList<>();
  private final Random random;
  private int turn;

  NaturalTexts(Path folder, long seed) throws IOException {
    random = new Random(seed);
    try (Stream<Path> sets = Files.list(folder)) {
      for (Path set : sets.filter(Files::isDirectory).sorted().toList()) {
        languages.add(read(set));
      }
    }
  }

  private static Sentences read(Path set) throws IOException {
    String name = set.getFileName().toString();
    String language = name.matches(".*-[a-z]{2}") ? name.substring(name.length() - 2) : "en";
    Sentences sentences = new Sentences(language, new ArrayList<>(), new ArrayList<>());
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines = Files.newBufferedReader(set.resolve("corpus.jsonl"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode text = json.readTree(line);
        List<String> own = List.of(text.path("text").asText().split("(?<=[.؟!])\\s+"));
        sentences.all().addAll(own);
        String title = text.path("title").asText();
        sentences.titles().add(title.isBlank() ? own.get(0) : title);
      }
    }
    return sentences;
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public SearchDocument next() {
    Sentences own = languages.get(turn++ % languages.size());
    return SearchDocument.of("practice", turn)
        .text(own.language(), any(own.titles()), any(own.all()), any(own.all()))
        .build();
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
