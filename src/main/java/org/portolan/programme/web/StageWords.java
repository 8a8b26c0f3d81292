package org.portolan.programme.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.NotPossible;
import org.portolan.calendar.Stage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;

/** How the pages of a programme say and show how far sessions have come. */
@Named("stageWords")
@RequestScoped
public class StageWords {
  @Inject private Texts texts;
  @Inject private Formats formats;

  /** A stage with how many have come to it. */
  public record Count(Stage stage, int count) {}

  public String word(Stage stage) {
    return texts.get("calendar.stage." + stage.code());
  }

  /** One of the words of the style sheet for a state. */
  public String look(Stage stage) {
    return switch (stage) {
      case CHECKED, PUBLISHED, RUNNING -> "ok";
      case DRAFT, SUBMITTED, ENDED -> "wait";
      case SENT_BACK, CANCELLED -> "no";
      case REPORTED -> "quiet";
    };
  }

  /** Address of the sign that goes with it. */
  public String icon(Stage stage) {
    return "/resources/portolan/sprite.svg#"
        + switch (stage) {
          case DRAFT -> "edit";
          case SUBMITTED, ENDED -> "clock";
          case SENT_BACK -> "warning";
          case CHECKED -> "check";
          case PUBLISHED -> "done";
          case RUNNING -> "people";
          case REPORTED -> "file";
          case CANCELLED -> "refused";
        };
  }

  /** Those to which any have come, in the order of the way. */
  public List<Count> counts(Map<Stage, Integer> counts) {
    List<Count> all = new ArrayList<>();
    if (!counts.isEmpty()) {
      new EnumMap<>(counts).forEach((stage, count) -> all.add(new Count(stage, count)));
    }
    return all;
  }

  String of(NotPossible refused) {
    return texts.get(refused.key());
  }

  /** What is wrong, by field. */
  Map<String, String> of(InvalidPlan refused) {
    Map<String, String> words = new LinkedHashMap<>();
    refused.problems().forEach((field, key) -> words.put(field, word(key, refused)));
    return words;
  }

  private String word(String key, InvalidPlan refused) {
    return switch (key) {
      case "calendar.problem.validity.from" ->
          texts.of(key, formats.date(refused.validity().from()));
      case "calendar.problem.validity.until" ->
          texts.of(key, formats.date(refused.validity().until()));
      default -> texts.get(key);
    };
  }
}
