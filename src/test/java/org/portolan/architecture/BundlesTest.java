package org.portolan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.Language;

/** Every text exists in all six languages, and every text that a page asks for exists. */
class BundlesTest {
  private static final Path ROOT = Path.of("src/main/resources/org/portolan");
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern ASKED =
      Pattern.compile("text(?:\\['|\\.of[23]?\\(')([a-z]+)\\.([\\w.-]+)'");

  /** Values that are rightly the same in another language: names, codes and signs. */
  private static final Pattern SAME_EVERYWHERE =
      Pattern.compile("[^\\p{L}]*|.*(Portolan|API|Markdown|iCalendar|RTC|ROCB|\\{0\\}.*\\{1\\}).*");

  @Test
  void everyTextExistsInAllSixLanguages() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path bundle : bundles()) {
      Set<Object> english = read(bundle).keySet();
      for (Language language : Language.values()) {
        if (language != Language.EN) {
          Set<Object> other = read(in(bundle, language)).keySet();
          difference(english, other).forEach(key -> faults.add(language + " lacks " + key));
          difference(other, english).forEach(key -> faults.add(language + " alone has " + key));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void nothingIsLeftInEnglish() throws IOException {
    List<String> faults = new ArrayList<>();
    int compared = 0;
    for (Path bundle : bundles()) {
      Properties english = read(bundle);
      for (Language language : List.of(Language.AR, Language.RU)) {
        Properties other = read(in(bundle, language));
        for (String key : english.stringPropertyNames()) {
          compared++;
          String value = english.getProperty(key);
          if (value.equals(other.getProperty(key)) && !SAME_EVERYWHERE.matcher(value).matches()) {
            faults.add(language + " " + bundle + " " + key + "=" + value);
          }
        }
      }
    }
    assertThat(compared).isPositive();
    assertThat(faults).isEmpty();
  }

  @Test
  void everyTextThatAPageAsksForExists() throws IOException {
    List<String> missing = new ArrayList<>();
    int asked = 0;
    try (Stream<Path> pages = Files.walk(PAGES)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        var matcher = ASKED.matcher(Files.readString(page));
        while (matcher.find()) {
          asked++;
          Path bundle = ROOT.resolve(matcher.group(1)).resolve("messages.properties");
          if (!Files.exists(bundle) || !read(bundle).containsKey(matcher.group(2))) {
            missing.add(page + ": " + matcher.group(1) + "." + matcher.group(2));
          }
        }
      }
    }
    assertThat(asked).isPositive();
    assertThat(missing).isEmpty();
  }

  private static Set<Object> difference(Set<Object> some, Set<Object> others) {
    Set<Object> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.endsWith("messages.properties")).sorted().toList();
    }
  }

  private static Path in(Path bundle, Language language) {
    return bundle.resolveSibling("messages_" + language.code() + ".properties");
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return properties;
  }
}
