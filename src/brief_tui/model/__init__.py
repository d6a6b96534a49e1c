"""What a briefing is: frozen values, the field's vocabularies, countries and dates."""
