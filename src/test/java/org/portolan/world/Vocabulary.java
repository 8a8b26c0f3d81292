package org.portolan.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The words of one language: its Customs terms, some used all the time and most hardly ever, names
 * of places that do not exist, and sentences that hold them together.
 */
final class Vocabulary {
  private static final int PLACES = 4_000;
  private static final Map<String, String[]> SYLLABLES =
      Map.of(
          "latin", "ka lo ri mer tan vo ses du bel nor fa quin zu par os ghi tem la".split(" "),
          "ru", "ка ло ри мер тан во сес ду бел нор фа зу пар ос ги тем ла жен".split(" "),
          "ar", "كا لو ري مر تان فو سس دو بل نور فا زو بار غي تم لا جن شم".split(" "));
  private static final Map<String, String[]> SENTENCES =
      Map.of(
          "en",
              new String[] {
                "The team at {p} put {t} first and left {t} for later.",
                "In {p}, {n} files were read again with {t} in mind.",
                "Nobody had asked what {t} means for {t}.",
                "After {n} weeks the officers wrote down how {t} is done.",
                "What helped most was a short list: {t}, {t}, {t}.",
                "The office of {p} shares its notes on {t} with its neighbours.",
                "Out of {n} cases, few had anything to do with {t}."
              },
          "fr",
              new String[] {
                "L’équipe de {p} a d’abord traité ce point : {t}.",
                "À {p}, {n} dossiers ont été relus sous un seul angle : {t}.",
                "Personne n’avait fait le lien entre deux sujets : {t} et {t}.",
                "Au bout de {n} semaines, une fiche décrit la manière de faire ({t}).",
                "Trois mots ont suffi : {t}, {t}, {t}.",
                "Le bureau de {p} partage ses notes sur ce thème : {t}.",
                "Sur {n} cas, peu touchaient à cela : {t}."
              },
          "es",
              new String[] {
                "El equipo de {p} empezó por este punto: {t}.",
                "En {p} se releyeron {n} expedientes con una sola pregunta: {t}.",
                "Nadie había unido dos asuntos: {t} y {t}.",
                "A las {n} semanas, una ficha explica cómo se hace ({t}).",
                "Bastaron tres palabras: {t}, {t}, {t}.",
                "La oficina de {p} comparte sus notas sobre este tema: {t}.",
                "De {n} casos, pocos tenían que ver con esto: {t}."
              },
          "pt",
              new String[] {
                "A equipa de {p} começou por este ponto: {t}.",
                "Em {p} foram relidos {n} processos com uma só pergunta: {t}.",
                "Ninguém tinha ligado dois assuntos: {t} e {t}.",
                "Ao fim de {n} semanas, uma ficha explica como se faz ({t}).",
                "Bastaram três palavras: {t}, {t}, {t}.",
                "A estância de {p} partilha as suas notas sobre este tema: {t}.",
                "Em {n} casos, poucos tinham a ver com isto: {t}."
              },
          "ru",
              new String[] {
                "Группа из пункта {p} начала с этого вопроса: {t}.",
                "В пункте {p} заново прочли {n} дел с одной мыслью: {t}.",
                "Никто не связывал две темы: {t} и {t}.",
                "Через {n} недель появилась памятка о том, как это делается ({t}).",
                "Хватило трёх слов: {t}, {t}, {t}.",
                "Пост {p} делится своими заметками по теме: {t}.",
                "Из {n} случаев немногие касались этого: {t}."
              },
          "ar",
              new String[] {
                "بدأ الفريق في {p} بهذه النقطة: {t}.",
                "في {p} أعيدت قراءة {n} ملفا بسؤال واحد: {t}.",
                "لم يربط أحد بين موضوعين: {t} و {t}.",
                "بعد {n} أسبوعا كتبت بطاقة تشرح طريقة العمل ({t}).",
                "كفت ثلاث كلمات: {t}، {t}، {t}.",
                "يشارك مكتب {p} ملاحظاته حول هذا الموضوع: {t}.",
                "من بين {n} حالة كان القليل يتصل بهذا: {t}."
              });

  private final List<String> terms;
  private final List<String> places;
  private final Zipf ofTerms;
  private final Zipf ofPlaces;
  private final String[] sentences;

  private Vocabulary(String language, List<String> terms, SplittableRandom random) {
    this.terms = shuffled(terms, random);
    this.places = places(SYLLABLES.getOrDefault(language, SYLLABLES.get("latin")), random);
    this.ofTerms = new Zipf(this.terms.size());
    this.ofPlaces = new Zipf(this.places.size());
    this.sentences = SENTENCES.get(language);
  }

  /**
   * The vocabularies of all languages.
   *
   * @param terms by language, in any order that is always the same
   */
  static Map<String, Vocabulary> all(Map<String, List<String>> terms, SplittableRandom random) {
    Map<String, Vocabulary> all = new TreeMap<>();
    new TreeMap<>(terms)
        .forEach(
            (language, words) ->
                all.put(language, new Vocabulary(language, words, random.split())));
    return all;
  }

  String term(SplittableRandom random) {
    return terms.get(ofTerms.draw(random));
  }

  String place(SplittableRandom random) {
    return places.get(ofPlaces.draw(random));
  }

  String title(SplittableRandom random) {
    String title = term(random) + ": " + term(random) + " (" + place(random) + ")";
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  String sentence(SplittableRandom random) {
    String pattern = sentences[random.nextInt(sentences.length)];
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '{') {
        sentence.append(pattern.charAt(i));
        continue;
      }
      sentence.append(
          switch (pattern.charAt(i + 1)) {
            case 't' -> term(random);
            case 'p' -> place(random);
            default -> String.valueOf(3 + random.nextInt(90));
          });
      i += 2;
    }
    return sentence.toString();
  }

  /** Markdown with two headings and a list, of about so many sentences. */
  String body(int count, SplittableRandom random) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < count; i++) {
      if (i % 7 == 3) {
        body.append("\n\n## ").append(term(random)).append("\n\n");
      } else if (i % 7 == 5) {
        body.append("\n\n- ").append(term(random)).append("\n- ").append(term(random));
        body.append("\n\n");
      }
      body.append(sentence(random)).append(' ');
    }
    return body.toString().strip();
  }

  String summary(SplittableRandom random) {
    return sentence(random) + " " + sentence(random);
  }

  /** The last word of the most used term of more than one word: most texts have it. */
  String commonWord() {
    return terms.stream()
        .filter(term -> term.contains(" "))
        .map(term -> term.substring(term.lastIndexOf(' ') + 1))
        .filter(word -> word.length() > 4)
        .findFirst()
        .orElseThrow();
  }

  /** A place that about a dozen of so many texts name, spread over all languages. */
  String rareWord(int texts) {
    return places.get(Math.min(places.size() - 1, 1 + texts / 70));
  }

  private static List<String> places(String[] syllables, SplittableRandom random) {
    Set<String> places = new LinkedHashSet<>();
    while (places.size() < PLACES) {
      StringBuilder place = new StringBuilder();
      int length = 2 + random.nextInt(3);
      for (int i = 0; i < length; i++) {
        place.append(syllables[random.nextInt(syllables.length)]);
      }
      place.setCharAt(0, Character.toUpperCase(place.charAt(0)));
      places.add(place.toString());
    }
    return List.copyOf(places);
  }

  private static List<String> shuffled(List<String> words, SplittableRandom random) {
    List<String> shuffled = new ArrayList<>(words);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return List.copyOf(shuffled);
  }
}
