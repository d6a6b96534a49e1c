"""The app: screens, panes, actions and themes."""
