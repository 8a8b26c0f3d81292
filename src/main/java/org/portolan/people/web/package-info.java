/** What pages of other features show of people. */
package org.portolan.people.web;
