package org.portolan.pack.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portolan.pack.FolderColumn;
import org.portolan.pack.Folders;
import org.portolan.pack.PackImports;
import org.portolan.pack.SentPack;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.thesaurus.ThemeNames;

/** The folders at the desk of an editor, and where documents are sent. */
@Named("foldersPage")
@RequestScoped
public class FoldersBean {
  private static final Set<String> WRONG =
      Set.of("none", "region", "usual", "room", "large", "empty");

  @Inject private Folders folders;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private ThemeNames themes;

  private List<SentPack> all;

  /** Runs before the page is shown: nothing of it may be on the way when it is refused. */
  public void open() {
    all = folders.list();
  }

  public List<SentPack> getAll() {
    return all;
  }

  /** The languages that documents may be in; that of the reader is chosen. */
  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(
            each ->
                new Choice(
                    each.code(),
                    Texts.text(language.get(), "platform.language." + each.code()),
                    each == language.get()))
        .toList();
  }

  /** None first: a table may say it of each document, and what is overlooked is not filed. */
  public List<Choice> getThemes() {
    Choice none = new Choice("", Texts.text(language.get(), "pack.folders.theme.none"), true);
    return Stream.concat(
            Stream.of(none),
            themes.codes().stream()
                .map(
                    code ->
                        new Choice(
                            code, themes.in(language.get(), code) + " (" + code + ")", false))
                .sorted(Comparator.comparing(Choice::label)))
        .toList();
  }

  public List<FolderColumn> getColumns() {
    return List.of(FolderColumn.values());
  }

  /** Why documents were not taken, as the end of a key of texts, or null. */
  public String getWrong() {
    String wrong = parameters.get("wrong");
    return wrong != null && WRONG.contains(wrong) ? wrong : null;
  }

  public boolean isClosed() {
    return "closed".equals(parameters.get("done"));
  }

  public int getMegabytes() {
    return (int) (PackImports.LARGEST / (1024 * 1024));
  }
}
