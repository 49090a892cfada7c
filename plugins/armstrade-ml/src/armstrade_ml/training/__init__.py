"""Training: needs the extra ``train`` (LightGBM); reading articles does not."""
