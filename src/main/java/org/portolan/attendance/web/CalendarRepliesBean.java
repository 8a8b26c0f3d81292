package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.attendance.invitation.AsideReply;
import org.portolan.attendance.invitation.InvitationAnswers;

/** The page on which administrators see replies of calendars from which nothing followed. */
@Named
@RequestScoped
public class CalendarRepliesBean {
  @Inject private InvitationAnswers answers;

  private List<AsideReply> replies = List.of();

  public void open() {
    replies = answers.aside();
  }

  public List<AsideReply> getReplies() {
    return replies;
  }
}
