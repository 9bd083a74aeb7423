from django.urls import URLPattern, URLResolver, path

from accounts.api import passkeys, resets, second_factor, sessions, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("auth/register/", views.RegisterView.as_view()),
    path("auth/register/confirm/", views.RegistrationConfirmView.as_view()),
    path("auth/token/", views.TokenView.as_view()),
    path("auth/token/second-factor/", second_factor.SecondStepView.as_view()),
    path("auth/token/passkey/", passkeys.PasskeySignInView.as_view()),
    path("auth/token/passkey/begin/", passkeys.PasskeySignInBeginView.as_view()),
    path("auth/passkeys/", passkeys.PasskeyListView.as_view()),
    path("auth/passkeys/begin/", passkeys.PasskeyBeginView.as_view()),
    path("auth/passkeys/<int:pk>/", passkeys.PasskeyView.as_view()),
    path("auth/second-factor/", second_factor.SecondFactorView.as_view()),
    path("auth/second-factor/confirm/", second_factor.SecondFactorConfirmView.as_view()),
    path("auth/second-factor/recovery-codes/", second_factor.RecoveryCodesView.as_view()),
    path("auth/token/refresh/", views.RefreshView.as_view()),
    path("auth/logout/", views.LogoutView.as_view()),
    path("auth/password/", views.PasswordView.as_view()),
    path("auth/password/reset/", resets.PasswordForgottenView.as_view()),
    path("auth/password/reset/confirm/", resets.PasswordResetView.as_view()),
    path("auth/activity/", sessions.ActivityView.as_view()),
    path("auth/me/", views.MeView.as_view()),
    path("auth/sessions/", sessions.SessionListView.as_view()),
    path("auth/sessions/<uuid:pk>/", sessions.SessionView.as_view()),
    path("auth/tokens/", sessions.PersonalTokenListView.as_view()),
    path("auth/tokens/<int:pk>/", sessions.PersonalTokenView.as_view()),
]
