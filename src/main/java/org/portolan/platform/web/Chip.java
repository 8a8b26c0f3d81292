package org.portolan.platform.web;

/** A filter that is on, with the address of the page without it. */
public record Chip(String label, String addressWithout) {}
