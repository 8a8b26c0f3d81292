package org.portolan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

  private static final Pattern DEED =
      Pattern.compile("(?:entry|deed)\\(\\s*\"([a-z-]+\\.[a-z-]+)\"");

  private static final Pattern RECORD = Pattern.compile("entry\\(\\s*[^,;]+,\\s*\"([a-z-]+)\"");

  private static final Pattern FIELD =
      Pattern.compile(
          "(?:change|field|values\\.put)\\(\\s*\"([A-Za-z]+)[\".]|"
              + "personal\\([^\"]*\"([A-Za-z]+)\"");

  private static final Pattern FRENCH_MARK = Pattern.compile("[:;!?»«]");
  private static final Pattern FRENCH_FAULT =
      Pattern.compile("(?<![\u00a0\u202f])[:;!?»]|«(?![\u00a0\u202f])");

  /** Addresses and times of day, in which a colon is no mark between words. */
  private static final Pattern OUTSIDE_WORDS = Pattern.compile("https?://\\S*|\\d:\\d\\d");

  private static final Pattern LOOSE_COLON = Pattern.compile("}(?:<>)*:(?:<>)*\\s");

  /** Words that are written alike in English and in the language named after the key. */
  private static final Set<String> SAME_WORD =
      Set.of(
          "pack.reading.licence fr",
          "pack.folders.document fr",
          "pack.reading.source fr",
          "pack.take.not es",
          "pack.reading.version fr",
          "booking.actions fr",
          "booking.latitude fr",
          "booking.latitude pt",
          "booking.longitude fr",
          "booking.longitude pt",
          "administration.audit.kind.export fr",
          "administration.audit.kind.import fr",
          "audit.field.code fr",
          "audit.field.motivation fr",
          "enrolment.change.motivation fr",
          "audit.field.session fr",
          "audit.field.participants fr",
          "platform.work.programme fr",
          "programme.back fr",
          "programme.letter.session ar",
          "programme.letter.session es",
          "programme.letter.session fr",
          "programme.letter.session pt",
          "programme.letter.session ru",
          "programme.no es",
          "programme.title fr",
          "audit.held.false es",
          "audit.online.false es",
          "holiday.actions fr",
          "holiday.feast.aschura es",
          "holiday.feast.id-al-fitr es",
          "holiday.feast.id-al-fitr pt",
          "holiday.feast.id-ul-adha es",
          "holiday.feast.id-ul-adha pt",
          "audit.field.latitude fr",
          "audit.field.latitude pt",
          "audit.field.longitude fr",
          "audit.field.longitude pt",
          "calendar.desk.actions fr",
          "calendar.desk.centre fr",
          "calendar.form.centre fr",
          "calendar.rows.centre fr",
          "calendar.rows.centre.one fr",
          "calendar.pages fr",
          "enrolment.rules.quotas fr",
          "enrolment.rules.quotas pt",
          "enrolment.seats.administration fr",
          "calendar.session fr",
          "calendar.session.code fr",
          "calendar.view.agenda es",
          "calendar.view.agenda pt",
          "audit.field.catalogue fr",
          "audit.field.centre fr",
          "catalog.catalogue fr",
          "catalog.desk.centre fr",
          "radar.centre fr",
          "catalog.form.code fr",
          "catalog.pages fr",
          "enrolment.desk.pages fr",
          "audit.field.pages fr",
          "nomination.column.administration fr",
          "nomination.selection.points fr",
          "attendance.badge.scan fr",
          "attendance.certificate.reference fr",
          "attendance.guest.administration fr",
          "attendance.papers.badges fr",
          "attendance.presence.absent fr",
          "roster.column.administration fr",
          "roster.letter.message.subject ar",
          "roster.letter.message.subject es",
          "roster.letter.message.subject fr",
          "roster.letter.message.subject pt",
          "roster.letter.message.subject ru",
          "roster.message.body fr",
          "roster.letter.administration fr",
          "roster.letter.code fr",
          "roster.letter.participant fr",
          "roster.letter.when fr",
          "roster.title fr",
          "finding.pages fr",
          "thesaurus.code fr",
          "finding.facet.source fr",
          "finding.type.centre fr",
          "finding.type.concept fr",
          "finding.part.page fr",
          "attachment.words.page fr",
          "finding.type.session fr",
          "knowledge.desk.actions fr",
          "knowledge.pages fr",
          "knowledge.section.contact fr",
          "knowledge.practice.version fr",
          "knowledge.way.number fr",
          "knowledge.way.version fr",
          "audit.field.contact fr",
          "audit.field.licence fr",
          "knowledge.form.licence fr",
          "knowledge.form.source fr",
          "knowledge.practice.original es",
          "knowledge.practice.original fr",
          "knowledge.practice.original pt",
          "access.administration fr",
          "office.held es",
          "office.held fr",
          "office.held pt",
          "office.held ru",
          "people.profile.grade fr",
          "people.profile.language.hi es",
          "people.profile.language.hi fr",
          "people.profile.language.hi pt",
          "people.profile.language.sw fr",
          "platform.colon ar",
          "platform.colon es",
          "platform.colon pt",
          "platform.colon ru",
          "platform.version fr");

  /** Texts whose words stay as they are, whatever the number beside them. */
  private static final Set<String> NUMBER_ASIDE =
      Set.of("catalog.filters.count", "finding.filters", "knowledge.filters.count");

  /** Higher than anything that is counted here; some languages say millions in a way of its own. */
  private static final int COUNTED = 10_000;

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
    Set<String> same = new TreeSet<>();
    int compared = 0;
    for (Path bundle : bundles()) {
      Properties english = read(bundle);
      for (Language language : Language.values()) {
        Properties other = language == Language.EN ? new Properties() : read(in(bundle, language));
        for (String key : other.stringPropertyNames()) {
          compared++;
          if (other.getProperty(key).equals(english.getProperty(key))) {
            same.add(whole(bundle, key) + " " + language.code());
          }
        }
      }
    }
    assertThat(compared).isPositive();
    // in both directions: an excuse that is needed no longer goes too
    assertThat(same).containsExactlyInAnyOrderElementsOf(SAME_WORD);
  }

  @Test
  void noKeyStandsTwiceInABundle() throws IOException {
    List<String> twice = new ArrayList<>();
    for (Path bundle : bundles()) {
      for (Language language : Language.values()) {
        Path file = in(bundle, language);
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
          int end = line.indexOf('=');
          if (end > 0 && !line.startsWith("#") && !seen.add(line.substring(0, end).strip())) {
            twice.add(file.getParent().getFileName() + " " + language.code() + " " + line);
          }
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void everyPatternIsReadAndTakesTheSameArgumentsInEveryLanguage() throws IOException {
    List<String> faults = new ArrayList<>();
    int patterns = 0;
    for (Path bundle : bundles()) {
      Properties english = read(bundle);
      for (Language language : Language.values()) {
        Properties texts = read(in(bundle, language));
        for (String key : texts.stringPropertyNames()) {
          String text = texts.getProperty(key);
          if (text.contains("{")) {
            patterns++;
            String name = whole(bundle, key) + " " + language.code();
            if (text.contains("'")) {
              faults.add(name + " has a straight apostrophe, which quotes what follows");
            }
            if (!arguments(text).equals(arguments(english.getProperty(key)))) {
              faults.add(name + " takes other arguments than English: " + arguments(text));
            }
          }
        }
      }
    }
    assertThat(patterns).isGreaterThan(100);
    assertThat(faults).isEmpty();
  }

  @Test
  void everyPluralHasTheFormsOfItsLanguage() throws IOException {
    Set<String> lacking = new TreeSet<>();
    Set<String> aside = new TreeSet<>();
    int plurals = 0;
    for (Path bundle : bundles()) {
      for (Language language : Language.values()) {
        Properties texts = read(in(bundle, language));
        for (String key : texts.stringPropertyNames()) {
          for (Set<String> forms : plurals(texts.getProperty(key))) {
            plurals++;
            for (String form : lacking(forms, PluralRules.forLocale(language.locale()))) {
              if (NUMBER_ASIDE.contains(whole(bundle, key))) {
                aside.add(whole(bundle, key));
              } else {
                lacking.add(whole(bundle, key) + " " + language.code() + " lacks " + form);
              }
            }
          }
        }
      }
    }
    assertThat(plurals).isGreaterThan(50);
    assertThat(lacking).isEmpty();
    assertThat(aside).containsExactlyInAnyOrderElementsOf(NUMBER_ASIDE);
  }

  @Test
  void aPluralWithoutOneOfItsFormsIsNoticed() {
    PluralRules russian = PluralRules.forLocale(Language.RU.locale());
    assertThat(plurals("{0, plural, one {# курс} other {# курса}} и {1}"))
        .singleElement()
        .satisfies(forms -> assertThat(lacking(forms, russian)).containsExactly("few", "many"));
    PluralRules arabic = PluralRules.forLocale(Language.AR.locale());
    assertThat(lacking(Set.of("=0", "one", "two", "few", "many", "other"), arabic)).isEmpty();
    assertThat(lacking(Set.of("one", "two", "few", "many", "other"), arabic))
        .containsExactly("zero");
  }

  /** Forms that some number takes for which the text has neither the form nor the number itself. */
  private static Set<String> lacking(Set<String> forms, PluralRules rules) {
    Set<String> lacking = new TreeSet<>();
    for (int number = 0; number < COUNTED; number++) {
      String form = rules.select(number);
      if (!forms.contains(form) && !forms.contains("=" + number)) {
        lacking.add(form);
      }
    }
    return lacking;
  }

  /** The forms of each plural in a text. */
  private static List<Set<String>> plurals(String text) {
    List<Set<String>> plurals = new ArrayList<>();
    if (text.contains("{")) {
      MessagePattern pattern = new MessagePattern(text);
      for (int start = 0; start < pattern.countParts(); start++) {
        MessagePattern.Part part = pattern.getPart(start);
        if (part.getType() == MessagePattern.Part.Type.ARG_START
            && part.getArgType() == MessagePattern.ArgType.PLURAL) {
          plurals.add(forms(pattern, start));
        }
      }
    }
    return plurals;
  }

  private static Set<String> forms(MessagePattern pattern, int start) {
    Set<String> forms = new TreeSet<>();
    int end = pattern.getLimitPartIndex(start);
    for (int i = start + 1; i < end; i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
        forms.add(pattern.getSubstring(part));
      } else if (part.getType() == MessagePattern.Part.Type.MSG_START) {
        // what stands inside a form is another matter
        i = pattern.getLimitPartIndex(i);
      }
    }
    return forms;
  }

  private static Set<String> arguments(String text) {
    return new TreeSet<>(new MessageFormat(text).getArgumentNames());
  }

  /** A key as pages write it. */
  private static String whole(Path bundle, String key) {
    return bundle.getParent().getFileName() + "." + key;
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

  /** In French a space that breaks no line stands before these marks, and inside the quotes. */
  @Test
  void frenchMarksStandApartFromTheirWords() throws IOException {
    List<String> faults = new ArrayList<>();
    int marks = 0;
    for (Path bundle : bundles()) {
      Properties texts = read(in(bundle, Language.FR));
      for (String key : texts.stringPropertyNames()) {
        String text = OUTSIDE_WORDS.matcher(texts.getProperty(key)).replaceAll("");
        marks += (int) FRENCH_MARK.matcher(text).results().count();
        if (FRENCH_FAULT.matcher(text).find()) {
          faults.add(whole(bundle, key) + ": " + text);
        }
      }
    }
    assertThat(marks).isGreaterThan(100);
    assertThat(faults).isEmpty();
  }

  @Test
  void aFrenchMarkThatTouchesItsWordOrHangsLooseIsNoticed() {
    for (String fault : List.of("Erreur: rien", "Erreur : rien", "Vraiment ?", "« oui »", "oui»")) {
      assertThat(FRENCH_FAULT.matcher(fault).find()).as(fault).isTrue();
    }
    for (String right : List.of("Erreur : rien", "« oui », non !", "à 12:30")) {
      assertThat(FRENCH_FAULT.matcher(OUTSIDE_WORDS.matcher(right).replaceAll("")).find())
          .as(right)
          .isFalse();
    }
  }

  /** A colon after a text is part of the language too: {@code platform.colon} is it. */
  @Test
  void noPagePutsAColonBehindAText() throws IOException {
    List<String> faults = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(PAGES)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        LOOSE_COLON
            .matcher(Files.readString(page).replaceAll("<[^>]*>", "<>"))
            .results()
            .forEach(found -> faults.add(page + ": " + found.group()));
      }
    }
    assertThat(faults).isEmpty();
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
    return language == Language.EN
        ? bundle
        : bundle.resolveSibling("messages_" + language.code() + ".properties");
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return properties;
  }

  /** The reader of the audit trail names the kind of each record. */
  @Test
  void everyKindOfRecordInTheAuditTrailHasAWord() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        if (text.contains("platform.audit")) {
          RECORD.matcher(text).results().forEach(kind -> asked.add("audit.kind." + kind.group(1)));
        }
      }
    }
    assertThat(asked).contains("audit.kind.person", "audit.kind.mandate", "audit.kind.practice");
    assertThat(read(ROOT.resolve("administration/messages.properties")).stringPropertyNames())
        .containsAll(asked);
  }

  /** The history of a record is read by people: each deed and each field in it has a word. */
  @Test
  void everyDeedAndEveryFieldOfTheAuditTrailHasAWord() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source).replaceAll("(?m)^ *\\*.*$", "");
        if (text.contains("platform.audit")) {
          DEED.matcher(text).results().forEach(deed -> asked.add("action." + deed.group(1)));
          FIELD
              .matcher(text)
              .results()
              .map(field -> field.group(1) == null ? field.group(2) : field.group(1))
              .forEach(field -> asked.add("field." + field.toLowerCase(Locale.ROOT)));
        }
      }
    }
    assertThat(asked).contains("action.session.published", "field.seats", "field.email");
    Set<String> words =
        new TreeSet<>(read(ROOT.resolve("audit/messages.properties")).stringPropertyNames());
    assertThat(words).containsAll(asked);
  }
}
