package org.portolan.platform.mail;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.portolan.platform.i18n.Texts;

/**
 * Makes the bodies of a letter from its parts. The templates come with the release; what they are
 * filled with is escaped in HTML wherever it stands.
 */
final class LetterWriting {
  private final Configuration templates;
  private final String site;

  /**
   * @param site address of the installation, named at the foot of each letter
   */
  LetterWriting(String site) {
    this.site = site;
    templates = new Configuration(Configuration.VERSION_2_3_34);
    templates.setTemplateLoader(
        new ClassTemplateLoader(
            LetterWriting.class.getClassLoader(), "org/portolan/platform/mail"));
    templates.setDefaultEncoding("UTF-8");
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
  }

  String text(Letter letter) {
    return fill("letter.txt.ftl", letter);
  }

  String html(Letter letter) {
    return fill("letter.html.ftlh", letter);
  }

  private String fill(String template, Letter letter) {
    List<Map<String, String>> blocks =
        letter.blocks().stream()
            .map(block -> Map.of("type", block.type(), "text", block.text(), "url", block.url()))
            .toList();
    Map<String, Object> parts =
        Map.of(
            "language", letter.language().code(),
            "direction", letter.language().direction(),
            "subject", letter.subjectLine(),
            "greeting", greeting(letter),
            "blocks", blocks,
            "foot", Texts.format(letter.language(), "platform.mail.foot", site));
    StringWriter written = new StringWriter();
    try {
      templates.getTemplate(template).process(parts, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException(e);
    }
    return written.toString();
  }

  private static String greeting(Letter letter) {
    return letter.name().isBlank()
        ? Texts.text(letter.language(), "platform.mail.greeting.nobody")
        : Texts.format(letter.language(), "platform.mail.greeting", OneLine.of(letter.name()));
  }
}
