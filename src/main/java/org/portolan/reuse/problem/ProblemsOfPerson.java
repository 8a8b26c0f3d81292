package org.portolan.reuse.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.MovesPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** Problems that a person told and that wait. They stay without them; what is wrong is wrong. */
@ApplicationScoped
class ProblemsOfPerson implements PersonalData, MovesPerson {
  @Inject private ProblemRepository problems;

  @Override
  public String part() {
    return "problems";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "problems_told",
        "SELECT p.code AS practice, r.kind, r.words, r.told_at FROM practice_problem r"
            + " JOIN practice p ON p.id = r.practice_id WHERE r.person_id = ? ORDER BY r.id",
        personId);
    out.add(
        "problems_settled",
        "SELECT p.code AS practice, r.kind, r.settled_at, r.answer FROM practice_problem r"
            + " JOIN practice p ON p.id = r.practice_id WHERE r.settled_by = ? ORDER BY r.id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    problems.forget(person.id());
  }

  @Override
  public Set<String> columns() {
    return Set.of("practice_problem.person_id", "practice_problem.settled_by");
  }

  @Override
  public void move(long stays, long goes) {
    problems.move(stays, goes);
  }
}
