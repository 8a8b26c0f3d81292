package org.portolan.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * Every text a person reads, from the bundle of the feature that its key begins with: {@code
 * catalog.courses.title} is {@code courses.title} in {@code org/portolan/catalog/messages}.
 * Platform texts begin with {@code platform}. Texts with arguments are ICU message patterns.
 */
@Named("text")
@RequestScoped
public class Texts extends AbstractMap<String, String> {
  private static final ConcurrentMap<String, MessageFormat> PATTERNS = new ConcurrentHashMap<>();
  private static final ConcurrentMap<Language, ConcurrentMap<String, String>> TEXTS =
      new ConcurrentHashMap<>();
  private static final FilledTexts FILLED = new FilledTexts();

  @Inject private CurrentLanguage current;

  /** Pages write {@code text['catalog.courses.title']}. */
  @Override
  public String get(Object key) {
    return text(current.get(), key.toString());
  }

  @Override
  public boolean containsKey(Object key) {
    return true;
  }

  /** Texts are asked for by key; nobody lists them. */
  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of();
  }

  // the expression language picks overloads badly: one name per number of arguments is plain
  public String of(String key, Object argument) {
    return format(current.get(), key, argument);
  }

  public String of2(String key, Object first, Object second) {
    return format(current.get(), key, first, second);
  }

  public String of3(String key, Object first, Object second, Object third) {
    return format(current.get(), key, first, second, third);
  }

  /** A text whose key is made of a prefix and a value, such as the word for a state. */
  public String word(String prefix, Object value) {
    return value == null ? "" : get(prefix + "." + value.toString().toLowerCase(Locale.ROOT));
  }

  public static String text(Language language, String key) {
    return TEXTS
        .computeIfAbsent(language, any -> new ConcurrentHashMap<>())
        .computeIfAbsent(key, any -> read(language, key));
  }

  /** All texts whose keys begin so, by the rest of the key: the words of a list to choose from. */
  public Map<String, String> under(String prefix) {
    int dot = prefix.indexOf('.');
    String begin = prefix.substring(dot + 1) + ".";
    return bundle(current.get(), prefix.substring(0, dot)).keySet().stream()
        .filter(key -> key.startsWith(begin))
        .collect(
            Collectors.toMap(
                key -> key.substring(begin.length()),
                key -> get(prefix.substring(0, dot + 1) + key)));
  }

  private static String read(Language language, String key) {
    int dot = key.indexOf('.');
    try {
      return bundle(language, key.substring(0, dot)).getString(key.substring(dot + 1));
    } catch (MissingResourceException e) {
      throw new IllegalArgumentException("no text " + key + " in " + language.code(), e);
    }
  }

  private static ResourceBundle bundle(Language language, String feature) {
    return ResourceBundle.getBundle(
        "org.portolan." + feature + ".messages",
        language.locale(),
        Thread.currentThread().getContextClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A text with its arguments filled in by ICU's rules of the language. */
  public static String format(Language language, String key, Object... arguments) {
    Object[] plain = Arrays.stream(arguments).map(Texts::plain).toArray();
    return FILLED.get(language, key, plain, () -> fill(language, key, plain));
  }

  private static String fill(Language language, String key, Object... arguments) {
    MessageFormat pattern =
        PATTERNS.computeIfAbsent(
            language.code() + ' ' + key,
            any -> new MessageFormat(text(language, key), digits(language)));
    // formats keep state while formatting
    return ((MessageFormat) pattern.clone()).format(arguments);
  }

  /**
   * The digits of dates, codes and tariff numbers everywhere: a page must not mix two kinds, as ICU
   * would for Arabic.
   */
  private static ULocale digits(Language language) {
    return ULocale.forLocale(language.locale()).setKeywordValue("numbers", "latn");
  }

  private static Object plain(Object argument) {
    return argument instanceof Number ? argument : String.valueOf(argument);
  }
}
