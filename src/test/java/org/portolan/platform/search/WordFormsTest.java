package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.platform.search.Shelf.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers type one form of a word and mean them all, but not another word that looks alike. */
class WordFormsTest {
  private static final int PAIRS = 10;
  private static final int LOOK_ALIKES = 5;

  private static final Map<String, String> SAME_WORD =
      Map.of(
          "en",
          "declaration declarations, officer officers, seize seized, classify classified, import importing,"
              + " tariff tariffs, duty duties, examine examined, audit audits, apply applies, train trained,"
              + " policy policies, release releasing, country countries, train training, ship shipped, analyse analyses, value valued, control controlling",
          "fr",
          "déclaration déclarations, douanier douaniers, douanière douanières, saisie saisies, contrôle contrôles,"
              + " tarif tarifs, régional régionaux, formateur formateurs, bureau bureaux, évaluation evaluations,"
              + " marchandise marchandises, inspection l'inspection, exportateur exportateurs",
          "es",
          "declaración declaraciones, aduanero aduaneros, aduanera aduaneras, importador importadores,"
              + " mercancía mercancias, valor valores, arancel aranceles, despacho despachos, control controles,"
              + " capacitación capacitaciones, agente agentes, inspección inspecciones",
          "pt",
          "declaração declarações, importador importadores, aduaneiro aduaneiros, mercadoria mercadorias,"
              + " despacho despachos, regional regionais, fiscal fiscais, formador formadores, controle controles,"
              + " capacitação capacitações, exportação exportacoes, norma normas, nível níveis",
          "ru",
          "декларация декларации, таможня таможни, таможенный таможенного, товар товаров, пошлина пошлины,"
              + " проверка проверки, инспектор инспекторов, стоимость стоимости, перевозчик перевозчика,"
              + " контроль контроля, обучение обучения, граница границы",
          "ar",
          "جمارك الجمارك, تصريح التصريح, شركة شركات, شحنة شحنات, دورة دورات, جمركي جمركية, مخالفة مخالفات,"
              + " قيمة القيمة, وثيقة الوثيقة, مدرب مدربون, مدرب المدربين, مفتش مفتشين, بضاعة والبضاعة, واردات الواردات, وكيل الوكيل");

  private static final Map<String, String> OTHER_WORD =
      Map.of(
          "en",
          "authority author, experience experiment, important import, university universe, policy police,"
              + " general generate, organisation organ",
          "fr",
          "marque marché, saison saisie, valise valeur, marche marchandise, agenda agence, cours courrier, navette navire",
          "es",
          "puerto puesto, banco barco, peso paso, mercado mercancía, agencia agente, carga carta, tasa taza",
          "pt",
          "porto ponto, carga carta, tarefa tarifa, mercado mercadoria, valor vale, banco barco, peso passo",
          "ru",
          "товар товарищ, порт портрет, право правда, граница гранит, цена центр, пост постель, груз грузин",
          "ar",
          "مدرب مدرسة, قيمة قمة, جمارك جمال, حدود حديد, سفينة سفير, رسوم رسول, تاجر تاج");

  static Stream<Arguments> sameWords() {
    return arguments(SAME_WORD);
  }

  static Stream<Arguments> otherWords() {
    return arguments(OTHER_WORD);
  }

  @ParameterizedTest(name = "{0}: {1} finds {2}")
  @MethodSource("sameWords")
  void oneFormOfAWordFindsTheOther(String language, String typed, String written) {
    assertThat(finds(language, typed, written))
        .as("%s: %s finds %s", language, typed, written)
        .isTrue();
    assertThat(finds(language, written, typed))
        .as("%s: %s finds %s", language, written, typed)
        .isTrue();
  }

  @ParameterizedTest(name = "{0}: {1} does not find {2}")
  @MethodSource("otherWords")
  void aWordThatOnlyLooksAlikeIsNotFound(String language, String typed, String written) {
    assertThat(finds(language, typed, written))
        .as("%s: %s does not find %s", language, typed, written)
        .isFalse();
    assertThat(finds(language, written, typed))
        .as("%s: %s does not find %s", language, written, typed)
        .isFalse();
  }

  @Test
  void everyLanguageHasEnoughOfBoth() {
    assertThat(SAME_WORD).containsOnlyKeys(IndexFields.STEMMED);
    assertThat(OTHER_WORD).containsOnlyKeys(IndexFields.STEMMED);
    assertThat(SAME_WORD.values()).allMatch(pairs -> pairs.split(",").length >= PAIRS);
    assertThat(OTHER_WORD.values()).allMatch(pairs -> pairs.split(",").length >= LOOK_ALIKES);
  }

  @Test
  void arabicWithoutDiacriticsFindsTextWithThem() {
    assertThat(finds("ar", "القيمة الجمركية", "تُحَدَّدُ القِيمَةُ الجُمْرُكِيَّةُ للبَضَائِعِ"))
        .isTrue();
    assertThat(finds("ar", "القِيمَةُ الجُمْرُكِيَّةُ", "تحدد القيمة الجمركية للبضائع")).isTrue();
    assertThat(finds("en", "القيمة", "تُحَدَّدُ القِيمَةُ الجُمْرُكِيَّةُ")).isTrue();
  }

  @Test
  void textWithoutAccentsFindsTextWithThem() {
    assertThat(finds("fr", "evaluation en douane", "L’évaluation en douane des marchandises"))
        .isTrue();
    assertThat(finds("pt", "declaracao", "a declaração de importação")).isTrue();
    assertThat(finds("es", "inspeccion", "la inspección física")).isTrue();
  }

  @Test
  void chineseIsFoundByItsWords() {
    assertThat(finds("zh", "海关", "世界海关组织的海关估价协定")).isTrue();
    assertThat(finds("en", "估价", "世界海关组织的海关估价协定")).isTrue();
    assertThat(finds("zh", "关组", "世界海关组织的海关估价协定")).isFalse();
  }

  private static boolean finds(String language, String typed, String written) {
    String in =
        typed.codePoints().anyMatch(c -> c > 0x3000) ? "zh" : arabic(typed) ? "ar" : language;
    try (SearchIndex index = Shelf.indexOf(practice(1, in, "§", written))) {
      return Shelf.search(index).search(SearchQuery.of(typed, language).build()).total() == 1;
    }
  }

  private static boolean arabic(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x600 && c < 0x700);
  }

  private static Stream<Arguments> arguments(Map<String, String> pairs) {
    List<Arguments> all = new ArrayList<>();
    pairs.forEach(
        (language, list) -> {
          for (String pair : list.split(",")) {
            String[] words = pair.strip().split(" ");
            all.add(Arguments.of(language, words[0], words[1]));
          }
        });
    return all.stream();
  }
}
