package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A visitor takes a collection along; an editor looks through one of another installation, takes a
 * part of it in and puts the rest away.
 */
class PackJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aCollectionIsTakenAlongAndIn(String language) throws Exception {
    try (Window editor = Window.of("editor", language);
        Window visitor = Window.of(language)) {
      visitor.go("/collections");
      visitor.find("a[href^='/collections/']").first().click();
      Download reading = visitor.page.waitForDownload(() -> visitor.find("#reading").click());
      assertThat(Files.size(reading.path())).isPositive();
      Download pack = visitor.page.waitForDownload(() -> visitor.find("#pack").click());
      visitor.look("collection-to-take");

      editor.go("/desk/collections");
      editor.find("#packs").click();
      editor.look("packs-none");
      editor
          .find("#file")
          .setInputFiles(new FilePayload("odd.zip", "application/zip", "no".getBytes()));
      editor.find("#send").click();
      assertThat(editor.find("#refused")).isVisible();
      editor.look("pack-refused");
      editor.find("button[value=close]").click();
      assertThat(editor.find(".note.ok")).isVisible();

      editor
          .find("#file")
          .setInputFiles(
              new FilePayload(
                  "there.zip",
                  "application/zip",
                  foreign(Files.readAllBytes(pack.path()), "https://" + language + ".example")));
      editor.find("#send").click();
      assertThat(editor.find("#practices input[checked]").first()).isVisible();
      editor.look("pack-dry-run");
      int all = editor.find("#practices input").count();
      editor.find("#practices input").first().uncheck();
      editor.find("button[value=take]").click();
      assertThat(editor.find(".note.ok")).isVisible();
      assertThat(editor.find("#practices input")).hasCount(1);
      assertThat(editor.find("#practices a[href^='/desk/practices/']")).hasCount(all - 1);
      editor.look("pack-taken");
      editor.find("dl a[href^='/desk/collections/']").click();
      assertThat(editor.find("#codes"))
          .hasValue(java.util.regex.Pattern.compile("PR-\\d+[\\s\\S]*"));
      editor.go("/desk/packs");
      editor.look("packs");
      editor.find("#packs a").first().click();
      editor.find("button[value=close]").click();
      assertThat(editor.find("#none")).isVisible();
    }
  }

  /** As another installation would have written it. */
  private static byte[] foreign(byte[] pack, String origin) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(pack));
        ZipOutputStream copy = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        copy.putNextEntry(new ZipEntry(entry.getName()));
        copy.write(
            entry.getName().equals("manifest.json")
                ? new String(content, StandardCharsets.UTF_8)
                    .replaceAll("https?://(127\\.0\\.0\\.1|localhost)(:\\d+)?", origin)
                    .getBytes(StandardCharsets.UTF_8)
                : content);
        copy.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
