from rest_framework.authentication import SessionAuthentication
from rest_framework_simplejwt.authentication import JWTAuthentication


class BearerAuthentication(JWTAuthentication):
    pass


class BrowsableSessionAuthentication(SessionAuthentication):
    pass
