package org.portolan.collection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.collection.CollectionEdit;
import org.portolan.collection.CollectionText;
import org.portolan.collection.Collections;
import org.portolan.collection.InvalidCollection;
import org.portolan.collection.OpenCollection;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The form of a collection: its words in all languages, its practices, and who sees it. */
@Named("collectionForm")
@RequestScoped
public class CollectionFormBean {
  private static final Set<String> DONE = Set.of("saved", "published", "taken-down");

  @Inject private Collections collections;
  @Inject private Directory directory;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;

  private long id;
  private Set<String> regions;
  private OpenCollection opened;
  private CollectionEdit edit;
  private Map<String, String> problems = Map.of();
  private boolean changed;

  /** The fields of one language. */
  public record Fields(Language language, String title, String words) {}

  public void open() throws IOException {
    id = parameters.number("id", 0);
    regions = collections.requireRegions();
    opened = id == 0 ? null : collections.open(id);
    edit =
        opened == null
            ? new CollectionEdit(regions.iterator().next(), Map.of(), List.of())
            : opened.edit();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (!((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      return;
    }
    int version = (int) parameters.number("version", -1);
    try {
      String done =
          switch (parameters.typed("act")) {
            case "save" -> save(version);
            case "publish" -> {
              collections.publish(id, version);
              yield "published";
            }
            case "take-down" -> {
              collections.takeDown(id, version);
              yield "taken-down";
            }
            default -> throw new NotFound("a button");
          };
      external.redirect("/desk/collections/" + id + "?done=" + done);
    } catch (InvalidCollection e) {
      problems = e.problems();
    } catch (ChangedMeanwhile e) {
      changed = true;
    }
  }

  private String save(int version) throws InvalidCollection {
    edit = sent();
    if (id == 0) {
      id = collections.add(edit);
    } else {
      collections.save(id, version, edit);
    }
    return "saved";
  }

  private CollectionEdit sent() {
    Map<String, CollectionText> texts = new LinkedHashMap<>();
    for (Language each : Language.values()) {
      texts.put(
          each.code(),
          new CollectionText(
              parameters.typed("title-" + each.code()), parameters.typed("words-" + each.code())));
    }
    return new CollectionEdit(
        parameters.typed("region"), texts, CollectionEdit.codes(parameters.typed("codes")));
  }

  public List<Fields> getFields() {
    return Arrays.stream(Language.values())
        .map(
            each -> {
              CollectionText text =
                  edit.texts().getOrDefault(each.code(), new CollectionText("", ""));
              return new Fields(each, text.title(), text.words());
            })
        .toList();
  }

  public List<Choice> getRegions() {
    return regions.stream()
        .map(
            code ->
                new Choice(
                    code,
                    directory
                        .findRegion(code)
                        .map(region -> region.name().in(language.get()))
                        .orElse(code),
                    code.equals(edit.region())))
        .toList();
  }

  /** The codes of its practices, one on a line. */
  public String getCodes() {
    return String.join("\n", edit.codes());
  }

  public long getId() {
    return opened == null ? 0 : id;
  }

  /** Null for one that is not kept yet. */
  public OpenCollection getOpened() {
    return opened;
  }

  public boolean isChanged() {
    return changed;
  }

  /** The last parts of keys of texts, by field. */
  public Map<String, String> getProblems() {
    return problems;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return problems.isEmpty() && !changed && done != null && DONE.contains(done) ? done : null;
  }
}
