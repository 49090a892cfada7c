"""Training: needs the extra ``train`` (LightGBM, scikit-learn); reading articles does not."""
