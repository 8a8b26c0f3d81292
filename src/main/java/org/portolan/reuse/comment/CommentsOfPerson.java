package org.portolan.reuse.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.MovesPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** What a person said of practices. Their words go with them; answers of others stay. */
@ApplicationScoped
class CommentsOfPerson implements PersonalData, MovesPerson {
  @Inject private CommentRepository comments;
  @Inject private Clock clock;

  @Override
  public String part() {
    return "comments";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "comments",
        "SELECT p.code AS practice, c.words, c.language, c.said_at, c.changed_at, c.withdrawn_at,"
            + " c.hidden_at, c.hidden_reason FROM practice_comment c"
            + " JOIN practice p ON p.id = c.practice_id WHERE c.person_id = ? ORDER BY c.id",
        personId);
    out.add(
        "comments_hidden",
        "SELECT p.code AS practice, c.hidden_at, c.hidden_reason FROM practice_comment c"
            + " JOIN practice p ON p.id = c.practice_id WHERE c.hidden_by = ? ORDER BY c.id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    comments.eraseAllOf(person.id(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  @Override
  public Set<String> columns() {
    return Set.of("practice_comment.person_id", "practice_comment.hidden_by");
  }

  @Override
  public void move(long stays, long goes) {
    comments.move(stays, goes);
  }
}
