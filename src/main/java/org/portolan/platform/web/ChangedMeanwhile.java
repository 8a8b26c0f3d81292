package org.portolan.platform.web;

/** Somebody else changed what a form was opened on; nothing of what the form says is kept. */
public class ChangedMeanwhile extends Problem {
  private static final long serialVersionUID = 1L;

  static final int STATUS = 409;
  static final String TYPE = "changed-meanwhile";
  static final String TITLE = "Somebody else changed it meanwhile";

  public ChangedMeanwhile() {
    super(STATUS, TYPE, TITLE, null);
  }
}
